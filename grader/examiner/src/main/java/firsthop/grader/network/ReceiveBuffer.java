package firsthop.grader.network;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The bytes of one receive call, up to a limit. */
final class ReceiveBuffer {
  /** The largest limit. The examiner keeps no more bytes, whatever a candidate sends. */
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

  /** Returns a buffer that is full after exactly this number of bytes. */
  static ReceiveBuffer of(int length) {
    return new ReceiveBuffer(length, new byte[0]);
  }

  /** Returns a buffer that is full when it ends with the delimiter. */
  static ReceiveBuffer until(byte[] delimiter, int most) {
    return new ReceiveBuffer(most, delimiter.clone());
  }

  /** Returns whether the buffer takes no more bytes. */
  boolean isFull() {
    return count == most || endsWithDelimiter();
  }

  /** Returns whether the bytes end with the delimiter; false if there is no delimiter. */
  boolean endsWithDelimiter() {
    return delimiter.length > 0
        && count >= delimiter.length
        && Arrays.equals(bytes, count - delimiter.length, count, delimiter, 0, delimiter.length);
  }

  /** Returns space for the next bytes; {@link #add} then says how many were written. */
  ByteBuffer room() {
    if (count == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.min(most, 2 * bytes.length));
    }
    // Read byte by byte: the bytes after the delimiter belong to the next receive call.
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
