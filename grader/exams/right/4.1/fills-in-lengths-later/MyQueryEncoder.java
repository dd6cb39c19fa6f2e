// Goes through the name once, character by character, and fills in a label's length at its end.
package firsthop.dns;

import java.util.Arrays;

public class MyQueryEncoder implements QueryEncoder {
  private static final int LONGEST = 12 + 255 + 4;

  @Override
  public byte[] encode(int id, String name, int type, boolean recursionDesired) {
    if ((id | type) >>> 16 != 0) {
      throw new IllegalArgumentException("id " + id + ", type " + type);
    }
    byte[] message = new byte[LONGEST];
    put(message, 0, id);
    message[2] = (byte) (recursionDesired ? 1 : 0);
    message[5] = 1;
    int lengthAt = 12;
    int at = lengthAt + 1;
    int end = name.equals(".") ? 0 : name.length();
    for (int i = 0; i < end; i++) {
      char c = name.charAt(i);
      if (c == '.') {
        lengthAt = close(message, lengthAt, at, name);
        at = lengthAt + 1;
      } else if (c < 0x80 && c != '\\' && at < LONGEST - 5) { // leaves room for the root and the rest
        message[at++] = (byte) c;
      } else {
        throw new IllegalArgumentException("at " + i + " in " + name);
      }
    }
    if (at > lengthAt + 1) { // no dot at the end
      lengthAt = close(message, lengthAt, at, name);
    }
    // Here stands the root: the array was all zeros.
    put(message, lengthAt + 1, type);
    put(message, lengthAt + 3, 1);
    return Arrays.copyOf(message, lengthAt + 5);
  }

  private static int close(byte[] message, int lengthAt, int at, String name) {
    int length = at - lengthAt - 1;
    if (length < 1 || length > 63) {
      throw new IllegalArgumentException("a label of " + length + " characters in " + name);
    }
    message[lengthAt] = (byte) length;
    return at;
  }

  private static void put(byte[] message, int at, int number) {
    message[at] = (byte) (number >> 8);
    message[at + 1] = (byte) number;
  }
}
