package firsthop.grader.archives;

import java.io.IOException;
import java.io.InputStream;

/** Input stream that reports every read to its subclass. */
abstract class WatchedStream extends InputStream {
  private final InputStream in;

  WatchedStream(InputStream in) {
    this.in = in;
  }

  /**
   * Is called after each read.
   *
   * @param count the number of bytes that were read; -1 at the end of the stream
   * @throws IOException if reading must stop
   */
  abstract void onRead(byte[] bytes, int offset, int count) throws IOException;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    onRead(into, offset, count);
    return count;
  }

  @Override
  public int available() throws IOException {
    return in.available();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
