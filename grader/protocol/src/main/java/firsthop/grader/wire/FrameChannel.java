package firsthop.grader.wire;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;

/**
 * Two byte streams that carry frames. A frame is a length of four bytes, big-endian, then that many
 * bytes, which encode one value. Any thread may send; one thread receives.
 */
public final class FrameChannel implements Closeable {
  private static final int LENGTH_BYTES = 4;

  private final DataInputStream in;
  private final OutputStream out;
  private final Bounds bounds;

  public FrameChannel(InputStream in, OutputStream out, Bounds bounds) {
    this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
    this.out = out;
    this.bounds = bounds;
  }

  /** Sends one value in one frame. */
  public void send(Object message, Type type) throws IOException {
    byte[] payload = ValueWriter.encode(message, type, bounds);
    byte[] frame = new byte[LENGTH_BYTES + payload.length];
    for (int i = 0; i < LENGTH_BYTES; i++) {
      frame[i] = (byte) (payload.length >>> (24 - 8 * i));
    }
    System.arraycopy(payload, 0, frame, LENGTH_BYTES, payload.length);
    synchronized (out) {
      out.write(frame);
      out.flush();
    }
  }

  /**
   * Waits for the next frame and decodes it.
   *
   * @return the value, or null when the other side has closed the stream between two frames
   * @throws WireException when the bytes are not a frame of this type, or exceed the bounds
   */
  public <T> @Nullable T receive(Class<T> type) throws IOException {
    int first = in.read();
    if (first < 0) {
      return null;
    }
    int length = first << 24 | in.readUnsignedByte() << 16 | in.readUnsignedShort();
    if (length < 0 || length > bounds.frameBytes()) {
      throw new WireException(
          "a frame of " + length + " bytes; the limit is " + bounds.frameBytes());
    }
    byte[] payload = in.readNBytes(length);
    if (payload.length < length) {
      throw new EOFException("the stream was closed inside a frame");
    }
    Object message = ValueReader.decode(payload, type, bounds);
    if (message == null) {
      throw new WireException("an empty frame");
    }
    return type.cast(message);
  }

  @Override
  public void close() throws IOException {
    try {
      in.close();
    } finally {
      out.close();
    }
  }
}
