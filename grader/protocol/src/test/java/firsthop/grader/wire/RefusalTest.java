package firsthop.grader.wire;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.wire.WireSamples.Colour;
import firsthop.grader.wire.WireSamples.Point;
import firsthop.grader.wire.WireSamples.Positive;
import java.lang.reflect.Type;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The writer and the reader reject values that a contract does not allow. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class RefusalTest {

  static Stream<Arguments> misfits() {
    return Stream.of(
        misfit("texts", List.of(1), "expected String, got Integer"),
        misfit("texts", Set.of("a"), "expected List"),
        misfit("ints", List.of("a"), "expected Integer, got String"),
        misfit("ints", List.of(1L), "expected Integer, got Long"),
        misfit("names", List.of("a"), "expected Set"),
        misfit("files", Map.of("a", "b"), "expected byte[], got String"),
        misfit("files", Map.of(1, new byte[0]), "expected String, got Integer"),
        misfit("files", List.of(), "expected Map"),
        misfit("maybe", "a", "expected Optional, got String"),
        misfit("maybe", Optional.of(1), "expected String, got Integer"),
        misfit("anInt", 1L, "expected int, got Long"),
        misfit("aLong", 1, "expected long, got Integer"),
        misfit("aChar", "a", "expected char, got String"),
        misfit("text", 'a', "expected String, got Character"),
        misfit("bytes", new int[0], "expected byte[], got int[]"),
        misfit("colour", WireSamples.Direction.UP, "expected Colour"),
        misfit("colour", "RED", "expected Colour, got String"),
        misfit("point", new Positive(1), "expected Point, got Positive"),
        misfit("shape", new Point(1, 2), "expected Shape, got Point"),
        misfit("shape", new WireSamples.Spot(), "expected Shape, got Spot"),
        misfit("shapes", List.of("a"), "expected Shape, got String"),
        misfit("anything", 1, "expected Object, got Integer"),
        misfit("rawList", List.of(1), "expected List"),
        misfit("longs", new long[1], "cannot use the type long[]"),
        misfit("wildcard", List.of("a"), "cannot use the type ? extends java.lang.String"));
  }

  private static Arguments misfit(String type, Object value, String message) {
    return Arguments.of(type, value, message);
  }

  @ParameterizedTest
  @MethodSource("misfits")
  void the_writer_refuses_what_is_not_of_the_declared_type(
      String type, Object value, String message) {
    assertThatThrownBy(() -> ValueWriter.encode(value, WireSamples.type(type), Bounds.STANDARD))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining(message);
  }

  static Stream<Arguments> misread() {
    return Stream.of(
        Arguments.of("text", 1, "anInt", "expected int, got text"),
        Arguments.of("anInt", 1, "text", "expected String, got int"),
        Arguments.of("anInt", 1, "aLong", "expected long, got int"),
        Arguments.of("anInt", 1, "aBoolean", "expected boolean, got int"),
        Arguments.of("anInt", 1, "bytes", "expected byte[], got int"),
        Arguments.of("anInt", 1, "colour", "expected Colour, got int"),
        Arguments.of("anInt", 1, "point", "expected Point, got int"),
        Arguments.of("anInt", 1, "shape", "expected Shape, got int"),
        Arguments.of("anInt", 1, "texts", "expected List, got int"),
        Arguments.of("anInt", 1, "anything", "expected Object, got int"),
        Arguments.of("texts", List.of("a"), "ints", "expected Integer, got text"),
        Arguments.of("texts", List.of("a"), "names", "expected Set, got list"),
        Arguments.of("texts", List.of("a"), "rawList", "expected List, got list"),
        Arguments.of("texts", List.of("a"), "wildcard", "cannot use the type"),
        Arguments.of("names", Set.of("a"), "texts", "expected List, got set"),
        Arguments.of("maybe", Optional.of("a"), "text", "expected String, got optional"),
        Arguments.of("point", new Point(1, 2), "packet", "Packet has 3 components, got 2"),
        Arguments.of("point", new Point(1, 2), "shape", "expected Shape, got record"),
        Arguments.of("boxedInt", null, "anInt", "expected int, got null"));
  }

  @ParameterizedTest
  @MethodSource("misread")
  void the_reader_refuses_what_is_not_of_the_declared_type(
      String written, Object value, String read, String message) throws Exception {
    Object sent = value instanceof Integer && written.equals("text") ? "a" : value;
    byte[] encoded = ValueWriter.encode(sent, WireSamples.type(written), Bounds.STANDARD);
    assertThatThrownBy(() -> ValueReader.decode(encoded, WireSamples.type(read), Bounds.STANDARD))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining(message);
  }

  @Test
  void a_record_that_refuses_its_components_is_a_refusal_of_the_readers() throws Exception {
    byte[] encoded =
        ValueWriter.encode(new Positive(1), WireSamples.type("positive"), Bounds.STANDARD);
    encoded[encoded.length - 1] = 0;
    assertThatThrownBy(
            () -> ValueReader.decode(encoded, WireSamples.type("positive"), Bounds.STANDARD))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("0 is not positive");
  }

  @Test
  void a_list_in_itself_is_too_deep() {
    List<WireSamples.Node> children = new ArrayList<>();
    children.add(new WireSamples.Node(children));
    refuses(new WireSamples.Node(children), "node", "nested deeper than 16");
  }

  @Test
  void a_list_many_times_in_itself_ends_too() {
    List<WireSamples.Node> children = new ArrayList<>();
    children.addAll(Collections.nCopies(1_000, new WireSamples.Node(children)));
    refuses(new WireSamples.Node(children), "node", "nested deeper than 16");
  }

  @Test
  void a_collection_without_end_ends_at_the_bound() {
    List<String> endless =
        new AbstractList<>() {
          @Override
          public String get(int index) {
            return "";
          }

          @Override
          public int size() {
            return 1;
          }

          @Override
          public Iterator<String> iterator() {
            return Stream.generate(() -> "").iterator();
          }
        };
    refuses(endless, "texts", "more than 1000000 values");
  }

  @Test
  void a_set_that_miscounts_is_refused() {
    refuses(new Miscounting<>(List.of("a", "b"), 1), "names", "size() is 1 has 2 elements");
    refuses(new Miscounting<>(List.of("a", "b"), 3), "names", "size() is 3 has 2 elements");
    refuses(new Miscounting<>(List.of("a", "b"), -1), "names", "-1 elements");
  }

  @Test
  void a_map_that_miscounts_is_refused() {
    Map<String, byte[]> map =
        new AbstractMap<>() {
          @Override
          public Set<Entry<String, byte[]>> entrySet() {
            return new Miscounting<>(List.of(Map.entry("a", new byte[0])), 2);
          }
        };
    refuses(map, "files", "size() is 2 has 1 elements");
  }

  @Test
  void a_set_or_map_with_equal_keys_does_not_pass_for_a_smaller_one() throws Exception {
    Map<String, byte[]> identities = new IdentityHashMap<>();
    identities.put(String.valueOf(new char[] {'k'}), new byte[0]);
    identities.put(String.valueOf(new char[] {'k'}), new byte[0]);
    comesBackRefused(identities, WireSamples.type("files"), "a map with a duplicate key");
    comesBackRefused(
        identities.keySet(), WireSamples.type("names"), "a set with a duplicate element");
  }

  @Test
  void a_colour_that_another_version_knows_is_refused() throws Exception {
    byte[] encoded = ValueWriter.encode(Colour.RED, Colour.class, Bounds.STANDARD);
    comesBackRefused(
        encoded, WireSamples.Direction.class, "no constant of Direction has that name");
  }

  private static void comesBackRefused(Object value, Type type, String message) throws Exception {
    comesBackRefused(ValueWriter.encode(value, type, Bounds.STANDARD), type, message);
  }

  private static void comesBackRefused(byte[] encoded, Type type, String message) {
    assertThatThrownBy(() -> ValueReader.decode(encoded, type, Bounds.STANDARD))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining(message);
  }

  private static void refuses(Object value, String type, String message) {
    assertThatThrownBy(() -> ValueWriter.encode(value, WireSamples.type(type), Bounds.STANDARD))
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining(message);
  }

  private static final class Miscounting<T> extends AbstractSet<T> {
    private final List<T> elements;
    private final int size;

    Miscounting(List<T> elements, int size) {
      this.elements = elements;
      this.size = size;
    }

    @Override
    public Iterator<T> iterator() {
      return elements.iterator();
    }

    @Override
    public int size() {
      return size;
    }
  }
}
