package firsthop.grader.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Bytes being collected, up to a bound. */
final class BoundedBytes extends OutputStream {
  private final int bound;
  private byte[] bytes = new byte[256];
  private int length;

  BoundedBytes(int bound) {
    this.bound = bound;
  }

  @Override
  public void write(int value) throws IOException {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  @Override
  public void write(byte[] source, int offset, int count) throws IOException {
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int count) throws WireException {
    if (count > bound - length) {
      throw new WireException("more than " + bound + " bytes");
    }
    if (length + count > bytes.length) {
      bytes =
          Arrays.copyOf(
              bytes, (int) Math.min(bound, Math.max(bytes.length * 2L, (long) length + count)));
    }
  }
}
