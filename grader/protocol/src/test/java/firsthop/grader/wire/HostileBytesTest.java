package firsthop.grader.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.wire.WireSamples.Sample;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that no writer of ours has made. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class HostileBytesTest {
  private static final int ALLOCATION_FOR_A_REFUSAL = 64 << 10;

  private interface Bytes {
    void to(DataOutputStream out) throws IOException;
  }

  static Stream<Sample> samples() {
    return WireSamples.all().stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void a_value_cut_at_any_length_is_refused(Sample sample) {
    byte[] whole = sample.encoded();
    for (int length = 0; length < whole.length; length++) {
      refused(Arrays.copyOf(whole, length), sample.declared(), "");
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void bytes_after_the_value_are_refused(Sample sample) {
    byte[] whole = sample.encoded();
    refused(
        Arrays.copyOf(whole, whole.length + 3), sample.declared(), "3 bytes after the last value");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void an_unknown_tag_is_refused(Sample sample) {
    byte[] whole = sample.encoded();
    for (int tag : new int[] {21, 127, 128, 255}) {
      whole[0] = (byte) tag;
      refused(whole, sample.declared(), "got unknown tag " + tag);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5, 1_000_000, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void a_count_beyond_what_is_there_is_refused_before_anything_is_made(int count) {
    for (int tag : new int[] {Tag.LIST, Tag.SET, Tag.MAP}) {
      String type = tag == Tag.LIST ? "texts" : tag == Tag.SET ? "names" : "files";
      refusedCheaply(
          bytes(
              out -> {
                out.write(tag);
                out.writeInt(count);
                out.write(Tag.NULL);
              }),
          WireSamples.type(type),
          count + " elements announced, 1 bytes left");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16 << 20, Integer.MAX_VALUE, -1, Integer.MIN_VALUE})
  void a_length_of_bytes_beyond_what_is_there_is_refused_before_anything_is_made(int length) {
    refusedCheaply(
        bytes(
            out -> {
              out.write(Tag.BYTES);
              out.writeInt(length);
              out.write(7);
            }),
        byte[].class,
        length + " bytes expected, 1 left");
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 1 << 20, (1 << 20) + 1, 1 << 30, Integer.MAX_VALUE, -1})
  void a_length_of_text_beyond_what_is_there_is_refused_before_anything_is_made(int length) {
    for (int tag : new int[] {Tag.LATIN_TEXT, Tag.WIDE_TEXT}) {
      refusedCheaply(
          bytes(
              out -> {
                out.write(tag);
                out.writeInt(length);
                out.write(7);
              }),
          String.class,
          "");
    }
  }

  @Test
  void a_wide_text_of_an_odd_number_of_bytes_is_refused() {
    byte[] odd =
        bytes(
            out -> {
              out.write(Tag.WIDE_TEXT);
              out.writeInt(2);
              out.write(new byte[3]);
            });
    refused(odd, String.class, "4 bytes expected, 3 left");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 1_000_000, Integer.MAX_VALUE, -1})
  void a_record_with_another_number_of_components_is_refused(int count) {
    byte[] record =
        bytes(
            out -> {
              out.write(Tag.RECORD);
              out.writeInt(count);
            });
    refusedCheaply(record, WireSamples.Point.class, "Point has 2 components, got " + count);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "red", "BLUE", "RED ", "firsthop.grader.wire.WireSamples$Colour"})
  void an_unknown_constant_is_refused(String name) {
    refused(named(Tag.ENUM, name), WireSamples.Colour.class, "no constant of Colour has that name");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "circle", "Spot", "Point", "java.lang.Runtime", "WireSamples$Circle"})
  void an_unknown_variant_is_refused_and_no_class_is_looked_up_by_name(String name) {
    refused(named(Tag.VARIANT, name), WireSamples.Shape.class, "no variant of Shape has that name");
  }

  @Test
  void a_name_must_be_a_text() {
    refused(new byte[] {Tag.ENUM, Tag.NULL}, WireSamples.Colour.class, "expected String, got null");
    refused(new byte[] {Tag.VARIANT, Tag.INT}, WireSamples.Shape.class, "expected String, got int");
  }

  @Test
  void a_variant_must_be_followed_by_its_record() {
    byte[] encoded = Arrays.copyOf(named(Tag.VARIANT, "Circle"), 13);
    encoded[12] = Tag.LIST;
    refused(encoded, WireSamples.Shape.class, "expected Circle, got list");
  }

  @Test
  void an_optional_of_null_is_refused() {
    refused(
        new byte[] {Tag.PRESENT, Tag.NULL},
        WireSamples.type("maybe"),
        "an optional that contains null");
  }

  @Test
  void a_set_of_keys_that_collide_can_be_given_up() {
    // Each x * 31 + y is 0: a set of them takes time in the square of their number, hours here.
    byte[] colliding =
        bytes(
            out -> {
              int count = 200_000;
              out.write(Tag.SET);
              out.writeInt(count);
              for (int x = 0; x < count; x++) {
                out.write(Tag.RECORD);
                out.writeInt(2);
                out.write(Tag.INT);
                out.writeInt(x);
                out.write(Tag.INT);
                out.writeInt(-31 * x);
              }
            });
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
    ValueReader reader =
        new ValueReader(colliding, Bounds.STANDARD, () -> System.nanoTime() > deadline);
    assertThatThrownBy(() -> reader.read(WireSamples.type("points")))
        .isExactlyInstanceOf(WireException.class)
        .hasMessage("the read was cancelled");
  }

  @Test
  void a_thrown_beyond_its_limits_is_refused() throws IOException {
    refusedThrown(List.of(), "", List.of());
    refusedThrown(types(ThrownData.MAX_TYPES + 1), "", List.of());
    refusedThrown(types(1), "", types(ThrownData.MAX_FRAMES + 1));
    refusedThrown(types(1), "m".repeat(ThrownData.MAX_MESSAGE_CHARS + 1), List.of());
    refusedThrown(List.of("n".repeat(ThrownData.MAX_NAME_CHARS + 1)), "", List.of());
    refusedThrown(types(1), "", List.of("n".repeat(ThrownData.MAX_NAME_CHARS + 1)));
    refusedThrown(Arrays.asList("a", null), "", List.of());
    refusedThrown(null, "", List.of());
    ThrownData fullest =
        new ThrownData(
            types(ThrownData.MAX_TYPES),
            "m".repeat(ThrownData.MAX_MESSAGE_CHARS),
            types(ThrownData.MAX_FRAMES));
    byte[] encoded = ValueWriter.encode(fullest, ThrownData.class, Bounds.STANDARD);
    assertThat(ValueReader.decode(encoded, ThrownData.class, Bounds.STANDARD)).isEqualTo(fullest);
  }

  @Test
  void an_answer_without_its_content_is_refused() {
    Map.of("Threw", 3, "Unusable", 2)
        .forEach(
            (variant, components) -> {
              byte[] hollow =
                  bytes(
                      out -> {
                        out.write(named(Tag.VARIANT, variant));
                        out.write(Tag.RECORD);
                        out.writeInt(components);
                        out.write(Tag.INT);
                        out.writeInt(1);
                        for (int i = 1; i < components; i++) {
                          out.write(Tag.NULL);
                        }
                      });
              refused(hollow, FromCandidate.class, variant + " rejects its components");
            });
  }

  /** The same components as {@link ThrownData}, without its limits. */
  private record Unlimited(List<String> types, String message, List<String> frames) {}

  private static List<String> types(int count) {
    return Stream.generate(() -> "n".repeat(ThrownData.MAX_NAME_CHARS)).limit(count).toList();
  }

  private static void refusedThrown(List<String> types, String message, List<String> frames)
      throws IOException {
    Unlimited unlimited = new Unlimited(types, message, frames);
    refused(
        ValueWriter.encode(unlimited, Unlimited.class, Bounds.STANDARD),
        ThrownData.class,
        "ThrownData rejects its components");
  }

  private static byte[] named(int tag, String name) {
    return bytes(
        out -> {
          out.write(tag);
          out.write(Tag.LATIN_TEXT);
          out.writeInt(name.length());
          out.writeBytes(name);
        });
  }

  private static byte[] bytes(Bytes content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      content.to(new DataOutputStream(bytes));
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
    return bytes.toByteArray();
  }

  private static void refused(byte[] encoded, Type type, String message) {
    assertThatThrownBy(() -> ValueReader.decode(encoded, type, Bounds.STANDARD))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining(message);
  }

  private static void refusedCheaply(byte[] encoded, Type type, String message) {
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    refused(encoded, type, message);
    long before = threads.getCurrentThreadAllocatedBytes();
    try {
      ValueReader.decode(encoded, type, Bounds.STANDARD);
    } catch (IOException refused) {
      assertThat(threads.getCurrentThreadAllocatedBytes() - before)
          .isLessThan(ALLOCATION_FOR_A_REFUSAL);
    }
  }
}
