package firsthop.grader.wire;

import java.util.Arrays;

/** Collects encoded bytes up to a limit. */
final class ByteWriter {
  private final int bound;
  private byte[] bytes = new byte[256];
  private int length;

  ByteWriter(int bound) {
    this.bound = bound;
  }

  void put8(int value) throws WireException {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  void put16(int value) throws WireException {
    put8(value >> 8);
    put8(value);
  }

  void put32(int value) throws WireException {
    put16(value >> 16);
    put16(value);
  }

  void put64(long value) throws WireException {
    put32((int) (value >> 32));
    put32((int) value);
  }

  /** Writes the length, then the bytes. */
  void putBytes(byte[] source) throws WireException {
    put32(source.length);
    reserve(source.length);
    System.arraycopy(source, 0, bytes, length, source.length);
    length += source.length;
  }

  /** Writes the tag of the text, its length, and its characters in one or two bytes each. */
  void putText(String text) throws WireException {
    int chars = text.length();
    boolean wide = false;
    for (int i = 0; i < chars && !wide; i++) {
      wide = text.charAt(i) > 0xFF;
    }
    put8(wide ? Tag.WIDE_TEXT : Tag.LATIN_TEXT);
    put32(chars);
    for (int i = 0; i < chars; i++) {
      if (wide) {
        put16(text.charAt(i));
      } else {
        put8(text.charAt(i));
      }
    }
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int count) throws WireException {
    if (count > bound - length) {
      throw new WireException("more than " + bound + " bytes");
    }
    if (count > bytes.length - length) {
      long doubled = Math.max(2L * bytes.length, (long) length + count);
      bytes = Arrays.copyOf(bytes, (int) Math.min(bound, doubled));
    }
  }
}
