package firsthop.grader.wire;

/** The first byte of every value on the wire: the kind of the value. */
final class Tag {
  static final byte NULL = 0;
  static final byte FALSE = 1;
  static final byte TRUE = 2;
  static final byte BYTE = 3;
  static final byte SHORT = 4;
  static final byte CHAR = 5;
  static final byte INT = 6;
  static final byte LONG = 7;
  static final byte FLOAT = 8;
  static final byte DOUBLE = 9;
  static final byte LATIN_TEXT = 10;
  static final byte WIDE_TEXT = 11;
  static final byte BYTES = 12;
  static final byte ENUM = 13;
  static final byte RECORD = 14;
  static final byte LIST = 15;
  static final byte SET = 16;
  static final byte MAP = 17;
  static final byte EMPTY = 18;
  static final byte PRESENT = 19;
  static final byte VARIANT = 20;

  private static final String[] NAMES = {
    "null",
    "false",
    "true",
    "byte",
    "short",
    "char",
    "int",
    "long",
    "float",
    "double",
    "text",
    "text",
    "bytes",
    "enum",
    "record",
    "list",
    "set",
    "map",
    "empty optional",
    "optional",
    "variant"
  };

  private Tag() {}

  static WireException mismatch(Class<?> expected, int tag) {
    String name = tag < NAMES.length ? NAMES[tag] : "unknown tag " + tag;
    return new WireException("expected " + expected.getSimpleName() + ", got " + name);
  }
}
