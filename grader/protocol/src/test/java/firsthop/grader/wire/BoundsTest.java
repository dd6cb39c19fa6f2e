package firsthop.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.wire.WireSamples.Node;
import firsthop.grader.wire.WireSamples.Point;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each bound, at the limit and one beyond it, on both sides. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class BoundsTest {
  private static final Bounds WIDE = new Bounds(1 << 26, 100, 10_000_000, 1 << 24);

  @Test
  void the_standard_bounds_are_those_of_the_design() {
    assertThat(Bounds.STANDARD).isEqualTo(new Bounds(16 << 20, 16, 1_000_000, 1 << 20));
    assertThat(Bounds.INNER).isEqualTo(new Bounds((16 << 20) - 1_024, 16, 1_000_000, 1 << 20));
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 1_048_576})
  void text_is_bounded_in_characters_on_both_sides(int chars) throws IOException {
    Bounds bounds = new Bounds(1 << 24, 2, 2, chars);
    for (String unit : List.of("a", "\u0100")) {
      passes(unit.repeat(chars), String.class, bounds);
      String message = "a text of " + (chars + 1) + " characters; the limit is " + chars;
      refused(unit.repeat(chars + 1), String.class, bounds, message);
    }
  }

  @Test
  void names_of_constants_are_texts_too() throws IOException {
    passes(WireSamples.Colour.RED, WireSamples.Colour.class, new Bounds(99, 1, 1, 3));
    refused(
        WireSamples.Colour.GREEN,
        WireSamples.Colour.class,
        new Bounds(99, 1, 1, 3),
        "the limit is 3");
  }

  @Test
  void lists_are_bounded_in_depth_on_both_sides() throws IOException {
    passes(nested(7), Node.class, new Bounds(1_000, 14, 100, 9));
    refused(nested(7), Node.class, new Bounds(1_000, 13, 100, 9), "nested deeper than 13");
  }

  @Test
  void each_kind_of_container_adds_one_to_the_depth() throws IOException {
    Map<String, List<Optional<Set<Point>>>> value =
        Map.of("k", List.of(Optional.of(Set.of(new Point(1, 2)))));
    passes(value, WireSamples.type("nested"), new Bounds(1_000, 6, 100, 9));
    refused(
        value, WireSamples.type("nested"), new Bounds(1_000, 5, 100, 9), "nested deeper than 5");
  }

  @Test
  void a_plain_value_has_depth_one_and_counts_as_one() throws IOException {
    passes(1, int.class, new Bounds(5, 1, 1, 0));
    refused(1, int.class, new Bounds(5, 0, 1, 0), "nested deeper than 0");
    refused(1, int.class, new Bounds(5, 1, 0, 0), "more than 0 values");
  }

  @Test
  void values_are_counted_with_their_containers_on_both_sides() throws IOException {
    Bounds bounds = new Bounds(1 << 24, 3, 1_000, 10);
    Type ints = WireSamples.type("ints");
    passes(Collections.nCopies(999, 7), ints, bounds);
    refused(Collections.nCopies(1_000, 7), ints, bounds, "more than 1000 values");
    passes(Map.of("a", new byte[1]), WireSamples.type("files"), new Bounds(99, 2, 3, 1));
    refused(
        Map.of("a", new byte[1]), WireSamples.type("files"), new Bounds(99, 2, 2, 1), "2 values");
    passes(new Point(1, 2), Point.class, new Bounds(99, 2, 3, 1));
    refused(new Point(1, 2), Point.class, new Bounds(99, 2, 2, 1), "more than 2 values");
  }

  @Test
  void several_values_in_one_frame_share_the_count() throws IOException {
    Bounds two = new Bounds(99, 1, 2, 1);
    ValueWriter writer = new ValueWriter(two);
    writer.write(1, int.class);
    writer.write(2, int.class);
    ValueReader reader = new ValueReader(writer.toBytes(), two);
    reader.read(int.class);
    reader.read(int.class);
    assertThatThrownBy(() -> writer.write(3, int.class)).hasMessage("more than 2 values");
    assertThatThrownBy(() -> reader.read(int.class)).hasMessage("more than 2 values");
  }

  @Test
  void a_million_values_pass_the_standard_and_one_more_does_not() throws IOException {
    Type ints = WireSamples.type("ints");
    passes(Collections.nCopies(999_999, 7), ints, Bounds.STANDARD);
    refused(Collections.nCopies(1_000_000, 7), ints, Bounds.STANDARD, "more than 1000000 values");
  }

  @Test
  void the_writer_is_bounded_in_bytes() throws IOException {
    int around = 5;
    Bounds bounds = new Bounds(1_000, 2, 10, 10);
    passes(new byte[1_000 - around], byte[].class, bounds);
    assertThatThrownBy(() -> ValueWriter.encode(new byte[1_001 - around], byte[].class, bounds))
        .isExactlyInstanceOf(WireException.class)
        .hasMessage("more than 1000 bytes");
    passes(new byte[(16 << 20) - around], byte[].class, Bounds.STANDARD);
    assertThatThrownBy(
            () ->
                ValueWriter.encode(
                    new byte[(16 << 20) - around + 1], byte[].class, Bounds.STANDARD))
        .hasMessage("more than 16777216 bytes");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 4, 5, 8})
  void every_kind_of_write_holds_to_the_bound_in_bytes(int room) {
    for (WireSamples.Sample sample : WireSamples.all()) {
      int size = sample.encoded().length;
      Bounds bounds = new Bounds(Math.min(room, size - 1), 100, 100, 100);
      assertThatThrownBy(() -> ValueWriter.encode(sample.value(), sample.declared(), bounds))
          .as(sample.toString())
          .isExactlyInstanceOf(WireException.class)
          .hasMessage("more than " + bounds.frameBytes() + " bytes");
    }
  }

  private static Node nested(int nodes) {
    Node node = new Node(List.of());
    for (int i = 1; i < nodes; i++) {
      node = new Node(List.of(node));
    }
    return node;
  }

  private static void passes(Object value, Type type, Bounds bounds) throws IOException {
    byte[] encoded = ValueWriter.encode(value, type, bounds);
    Object decoded = ValueReader.decode(encoded, type, bounds);
    assertThat(ValueWriter.encode(decoded, type, bounds)).isEqualTo(encoded);
  }

  private static void refused(Object value, Type type, Bounds bounds, String message)
      throws IOException {
    assertThatThrownBy(() -> ValueWriter.encode(value, type, bounds))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining(message);
    byte[] encoded = ValueWriter.encode(value, type, WIDE);
    assertThatThrownBy(() -> ValueReader.decode(encoded, type, bounds))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining(message);
  }
}
