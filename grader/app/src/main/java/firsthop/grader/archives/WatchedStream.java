package firsthop.grader.archives;

import java.io.IOException;
import java.io.InputStream;

/** A stream through which nothing passes unseen. */
abstract class WatchedStream extends InputStream {
  private final InputStream in;

  WatchedStream(InputStream in) {
    this.in = in;
  }

  /**
   * See what was read.
   *
   * @param count how many bytes; -1 at the end
   * @throws IOException to end it here
   */
  abstract void passed(byte[] bytes, int offset, int count) throws IOException;

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    int count = in.read(into, offset, length);
    passed(into, offset, count);
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
