package firsthop.grader.network;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** What has come for one receive, which never grows past its bound. */
final class ReceiveBuffer {
  /** No test needs more; whatever a candidate sends, the examiner keeps no more of it. */
  static final int LARGEST = 16 << 20;

  private static final int FIRST_ROOM = 8_192;

  private final int most;
  private final byte[] delimiter;
  private byte[] bytes;
  private int count;

  private ReceiveBuffer(int most, byte[] delimiter) {
    if (most < 0 || most > LARGEST) {
      throw new IllegalArgumentException(most + " bytes are not within 0 to " + LARGEST);
    }
    this.most = most;
    this.delimiter = delimiter;
    this.bytes = new byte[Math.min(most, FIRST_ROOM)];
  }

  /** Returns one that takes so many bytes, no fewer and no more. */
  static ReceiveBuffer of(int length) {
    return new ReceiveBuffer(length, new byte[0]);
  }

  /** Returns one that takes what comes until the delimiter has, and nothing behind it. */
  static ReceiveBuffer until(byte[] delimiter, int most) {
    return new ReceiveBuffer(most, delimiter.clone());
  }

  /** Tells whether it takes no more. */
  boolean isFull() {
    return count == most || endsWithDelimiter();
  }

  /** Tells whether the delimiter has come; never when there is none. */
  boolean endsWithDelimiter() {
    return delimiter.length > 0
        && count >= delimiter.length
        && Arrays.equals(bytes, count - delimiter.length, count, delimiter, 0, delimiter.length);
  }

  /** Returns room for what may be taken next; {@link #add} says how much of it was used. */
  ByteBuffer room() {
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(most, 2 * bytes.length));
    }
    // What follows the delimiter is the next receive's.
    int length = delimiter.length > 0 ? 1 : Math.min(bytes.length - count, TcpConnection.SLICE);
    return ByteBuffer.wrap(bytes, count, length);
  }

  void add(int length) {
    count += length;
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, count);
  }
}
