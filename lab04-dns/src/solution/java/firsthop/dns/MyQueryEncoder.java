package firsthop.dns;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Writes from left to right into a stream that grows, so it needs to know no length in advance.
 *
 * <p>Another way is a {@code ByteBuffer} of 12 + 255 + 4 bytes, which is the longest possible
 * message. Then the used part has to be copied at the end.
 */
public final class MyQueryEncoder implements QueryEncoder {
  private static final int RECURSION_DESIRED = 0x0100;
  private static final int CLASS_IN = 1;
  private static final int MAX_UNSIGNED_SHORT = 0xFFFF;

  /** RFC 1035 §2.3.4. */
  private static final int MAX_LABEL_BYTES = 63;

  /** RFC 1035 §2.3.4; this includes the length bytes and the byte of the root. */
  private static final int MAX_NAME_BYTES = 255;

  private static final char MAX_ASCII = 0x7F;

  /** Creates an encoder. */
  public MyQueryEncoder() {}

  @Override
  public byte[] encode(int id, String name, int type, boolean recursionDesired) {
    requireUnsignedShort("id", id);
    requireUnsignedShort("type", type);
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    writeShort(message, id);
    writeShort(message, recursionDesired ? RECURSION_DESIRED : 0);
    writeShort(message, 1); // questions
    writeShort(message, 0); // answers
    writeShort(message, 0); // authority records
    writeShort(message, 0); // additional records
    message.writeBytes(name(name));
    writeShort(message, type);
    writeShort(message, CLASS_IN);
    return message.toByteArray();
  }

  private static byte[] name(String text) {
    String name = text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    if (!name.isEmpty()) {
      // The limit -1 keeps empty labels at the end, so that writeLabel can refuse them.
      for (String label : name.split("\\.", -1)) {
        writeLabel(wire, label, text);
      }
    }
    wire.write(0);
    if (wire.size() > MAX_NAME_BYTES) {
      throw new IllegalArgumentException(
          "a name has at most %d bytes on the wire, this one %d"
              .formatted(MAX_NAME_BYTES, wire.size()));
    }
    return wire.toByteArray();
  }

  private static void writeLabel(ByteArrayOutputStream wire, String label, String name) {
    if (label.isEmpty() || label.length() > MAX_LABEL_BYTES) {
      throw new IllegalArgumentException(
          "a label has 1 to %d characters, one of \"%s\" has %d"
              .formatted(MAX_LABEL_BYTES, name, label.length()));
    }
    if (label.chars().anyMatch(c -> c > MAX_ASCII || c == '\\')) {
      throw new IllegalArgumentException(
          "a label is ASCII without a backslash, not \"" + label + "\"");
    }
    wire.write(label.length());
    wire.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
  }

  private static void writeShort(ByteArrayOutputStream message, int value) {
    message.write(value >>> Byte.SIZE);
    message.write(value); // write uses only the low eight bits
  }

  private static void requireUnsignedShort(String what, int value) {
    if (value < 0 || value > MAX_UNSIGNED_SHORT) {
      throw new IllegalArgumentException(what + " " + value + " is not within 0 to 65535");
    }
  }
}
