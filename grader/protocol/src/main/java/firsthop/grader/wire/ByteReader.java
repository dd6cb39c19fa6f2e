package firsthop.grader.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads encoded bytes from front to back. Before it allocates anything, every read checks that
 * enough bytes are left.
 */
final class ByteReader {
  private final byte[] bytes;
  private int at;

  ByteReader(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the number of unread bytes. */
  int left() {
    return bytes.length - at;
  }

  int read8() throws WireException {
    return bytes[skip(1)] & 0xFF;
  }

  int read16() throws WireException {
    return read8() << 8 | read8();
  }

  int read32() throws WireException {
    return read16() << 16 | read16();
  }

  long read64() throws WireException {
    return (long) read32() << 32 | read32() & 0xFFFF_FFFFL;
  }

  /** Reads a length, then that many bytes. */
  byte[] readBytes() throws WireException {
    int length = read32();
    int start = skip(length);
    return Arrays.copyOfRange(bytes, start, start + length);
  }

  /** Reads the number of values that follow. Each of them has at least one byte. */
  int readCount() throws WireException {
    int count = read32();
    if (count < 0 || count > left()) {
      throw new WireException(count + " elements announced, " + left() + " bytes left");
    }
    return count;
  }

  /** Reads a text after its tag: a length, then characters of one or two bytes each. */
  String readText(int tag, int maxChars) throws WireException {
    if (tag != Tag.LATIN_TEXT && tag != Tag.WIDE_TEXT) {
      throw Tag.mismatch(String.class, tag);
    }
    int length = read32();
    if (length < 0 || length > maxChars) {
      throw new WireException("a text of " + length + " characters; the limit is " + maxChars);
    }
    if (tag == Tag.LATIN_TEXT) {
      return new String(bytes, skip(length), length, StandardCharsets.ISO_8859_1);
    }
    int start = skip(2L * length);
    char[] text = new char[length];
    for (int i = 0; i < length; i++) {
      text[i] = (char) (bytes[start + 2 * i] << 8 | bytes[start + 2 * i + 1] & 0xFF);
    }
    return new String(text);
  }

  private int skip(long count) throws WireException {
    if (count < 0 || count > left()) {
      throw new WireException("cut short: " + count + " bytes expected, " + left() + " left");
    }
    int start = at;
    at += (int) count;
    return start;
  }
}
