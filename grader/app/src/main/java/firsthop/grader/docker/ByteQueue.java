package firsthop.grader.docker;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * A queue of bytes from one thread to another. Unlike the JDK's piped streams, it still works after
 * the writing thread has ended.
 */
final class ByteQueue {
  private static final byte[] END = new byte[0];

  private final BlockingQueue<byte[]> chunks = new LinkedBlockingQueue<>();

  /** Returns the writing end; closing it ends the reading end. */
  OutputStream in() {
    return new OutputStream() {
      @Override
      public void write(int value) {
        chunks.add(new byte[] {(byte) value});
      }

      @Override
      public void write(byte[] bytes, int offset, int length) {
        if (length > 0) {
          chunks.add(Arrays.copyOfRange(bytes, offset, offset + length));
        }
      }

      @Override
      public void close() {
        chunks.add(END);
      }
    };
  }

  /** Returns the reading end. */
  InputStream out() {
    return new Out();
  }

  private final class Out extends InputStream {
    private byte[] chunk = END;
    private int at;
    private boolean ended;

    @Override
    public int read() {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      if (length == 0) {
        return 0;
      }
      if (at == chunk.length && !next()) {
        return -1;
      }
      int count = Math.min(length, chunk.length - at);
      System.arraycopy(chunk, at, bytes, offset, count);
      at += count;
      return count;
    }

    @Override
    public int available() {
      return chunk.length - at;
    }

    private boolean next() {
      if (ended) {
        return false;
      }
      try {
        chunk = chunks.take();
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        chunk = END;
      }
      at = 0;
      ended = chunk.length == 0;
      return !ended;
    }
  }
}
