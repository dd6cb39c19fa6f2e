package firsthop.grader.wire;

import java.io.IOException;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Types that a contract may use, and some that it may not; and values of the former. */
final class WireSamples {
  private WireSamples() {}

  enum Colour {
    RED,
    GREEN
  }

  /** Its constants are of classes of their own, and since Java 17 that makes it sealed. */
  enum Direction {
    UP {
      @Override
      int step() {
        return 1;
      }
    },
    DOWN {
      @Override
      int step() {
        return -1;
      }
    };

    abstract int step();
  }

  record Point(int x, int y) {}

  record Packet(Point at, byte[] payload, List<Point> path) {}

  record Positive(int value) {
    Positive {
      if (value <= 0) {
        throw new IllegalArgumentException(value + " is not positive");
      }
    }
  }

  record Node(List<Node> children) {}

  sealed interface Shape permits Circle, Square, Spot {}

  record Circle(Point centre, int radius) implements Shape {}

  record Square(int side) implements Shape {}

  /** No record: a contract may not use it, but the declared type lets it through. */
  static final class Spot implements Shape {}

  /** A method for each type, so that its generic type can be had. */
  @SuppressWarnings({"rawtypes", "unused"})
  interface Contract {
    boolean aBoolean();

    byte aByte();

    short aShort();

    char aChar();

    int anInt();

    long aLong();

    float aFloat();

    double aDouble();

    Boolean boxedBoolean();

    Integer boxedInt();

    Double boxedDouble();

    String text();

    byte[] bytes();

    Colour colour();

    Direction direction();

    Point point();

    Packet packet();

    Positive positive();

    Node node();

    Shape shape();

    List<String> texts();

    List<Integer> ints();

    Set<String> names();

    Set<Point> points();

    Map<String, byte[]> files();

    Optional<String> maybe();

    Map<String, List<Optional<Set<Point>>>> nested();

    List<Shape> shapes();

    Object anything();

    List rawList();

    long[] longs();

    List<? extends String> wildcard();

    ThrownData thrown();

    FromCandidate fromCandidate();

    ToCandidate toCandidate();
  }

  record Sample(String type, Object value) {
    Type declared() {
      return WireSamples.type(type);
    }

    byte[] encoded() {
      try {
        return ValueWriter.encode(value, declared(), Bounds.STANDARD);
      } catch (IOException impossible) {
        throw new AssertionError(this + " should be encodable", impossible);
      }
    }
  }

  static Type type(String method) {
    try {
      return Contract.class.getDeclaredMethod(method).getGenericReturnType();
    } catch (NoSuchMethodException unknown) {
      throw new IllegalArgumentException(unknown);
    }
  }

  /** At least one value of every type that may cross. */
  static List<Sample> all() {
    List<Sample> all = new ArrayList<>();
    add(all, "aBoolean", true, false);
    add(all, "boxedBoolean", true, null);
    add(all, "aByte", (byte) 0, Byte.MIN_VALUE, Byte.MAX_VALUE);
    add(all, "aShort", (short) 0, Short.MIN_VALUE, Short.MAX_VALUE);
    add(all, "aChar", 'a', '\0', '\uFFFF', '\uD800');
    add(all, "anInt", 0, -1, Integer.MIN_VALUE, Integer.MAX_VALUE);
    add(all, "boxedInt", 0, 0x12345678, null);
    add(all, "aLong", 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, 0x1234_5678_9ABC_DEF0L);
    add(all, "aFloat", 0f, -0f, 1.5f, Float.NaN, Float.MIN_VALUE, Float.NEGATIVE_INFINITY);
    add(all, "aDouble", 0d, -0d, 1.5d, Double.NaN, Double.MIN_VALUE, Double.POSITIVE_INFINITY);
    add(all, "boxedDouble", -0d, null);
    add(all, "text", "", "plain", "\0", "é\u00FF", "\u0100", "한국어", "\uD83D\uDE00", null);
    add(all, "text", "\uD800", "\uDC00\uD800", "a\uDFFFb");
    add(all, "bytes", new byte[0], new byte[] {0, -1, 127, -128}, null);
    add(all, "colour", Colour.RED, Colour.GREEN, null);
    add(all, "direction", Direction.UP, Direction.DOWN);
    add(all, "point", new Point(1, -2), null);
    Packet packet = new Packet(new Point(1, 2), new byte[] {9}, List.of(new Point(3, 4)));
    add(all, "packet", packet, new Packet(null, null, null));
    add(all, "positive", new Positive(1));
    add(all, "node", new Node(List.of(new Node(List.of()), new Node(null))));
    add(all, "shape", new Circle(new Point(0, 0), 3), new Square(4), null);
    add(all, "texts", List.of(), List.of("a", "b", "a"), Arrays.asList("a", null), null);
    add(all, "ints", List.of(3, 1, 2));
    add(
        all,
        "names",
        Set.of(),
        new LinkedHashSet<>(List.of("z", "a")),
        Collections.singleton(null));
    add(all, "points", Set.of(new Point(1, 1)));
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("b", new byte[] {1});
    files.put("a", null);
    files.put(null, new byte[0]);
    add(all, "files", files, Map.of());
    add(all, "maybe", Optional.empty(), Optional.of(""), null);
    add(
        all,
        "nested",
        Map.of("k", List.of(Optional.of(Set.of(new Point(5, 6))), Optional.empty())));
    add(all, "shapes", List.of(new Square(1), new Circle(null, 0)));
    ThrownData thrown = new ThrownData(List.of("java.lang.Error"), "why", List.of("MyX.java:1"));
    add(all, "thrown", thrown, new ThrownData(List.of("java.lang.Error"), null, List.of()));
    add(
        all,
        "fromCandidate",
        new FromCandidate.Returned(1, null, null),
        new FromCandidate.Returned(2, new byte[] {1, 2}, new byte[] {3}),
        new FromCandidate.Threw(3, thrown, null),
        new FromCandidate.Unusable(4, "why"));
    add(
        all,
        "toCandidate",
        new ToCandidate.Classes(Map.of("A", new byte[] {1}), Map.of("B", new byte[0])),
        new ToCandidate.Create(1, 2, "lab.Contract"),
        new ToCandidate.Call(1, 2, 3, new byte[] {4}, true),
        new ToCandidate.Drop(5));
    return all;
  }

  private static void add(List<Sample> all, String type, Object... values) {
    for (Object value : values) {
      all.add(new Sample(type, value));
    }
  }
}
