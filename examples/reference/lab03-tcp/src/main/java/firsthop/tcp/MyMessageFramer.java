package firsthop.tcp;

import java.io.EOFException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fills one buffer at a time: first the four bytes of a length, then the message of this length.
 *
 * <p>The loop treats a length and a message in the same way: it wants so many bytes, and a chunk
 * brings some of them, all of them, or more. It does not matter where the chunk is cut, and no byte
 * is copied twice. An empty message is a buffer that is full before its first byte has come.
 *
 * <p>The alternative is to append each chunk to the rest of the earlier chunks, and to take
 * messages off the front as long as there is a whole one. This is easy to get right. But a message
 * that comes in many small chunks is copied again with each chunk, unless the rest is moved only
 * after a message has been taken.
 */
public final class MyMessageFramer implements MessageFramer {
  private static final int LENGTH_BYTES = 4;
  private static final int MAX_MESSAGE_BYTES = 1 << 20;

  private final ByteBuffer length = ByteBuffer.allocate(LENGTH_BYTES);

  /** The part of the message that has come; null while its length is not complete. */
  private @Nullable ByteBuffer message;

  private boolean malformed;

  /** Creates a framer for a connection on which nothing has been sent yet. */
  public MyMessageFramer() {}

  @Override
  public byte[] encode(byte[] message) {
    if (message.length > MAX_MESSAGE_BYTES) {
      throw new IllegalArgumentException(
          "a message has at most " + MAX_MESSAGE_BYTES + " bytes, not " + message.length);
    }
    return ByteBuffer.allocate(LENGTH_BYTES + message.length)
        .putInt(message.length)
        .put(message)
        .array();
  }

  @Override
  public List<byte[]> feed(byte[] chunk) throws MalformedStreamException {
    if (malformed) {
      throw new MalformedStreamException(
          "an earlier length was too large; the stream cannot be read any further");
    }
    ByteBuffer in = ByteBuffer.wrap(chunk);
    List<byte[]> complete = new ArrayList<>();
    while (fill(message == null ? length : message, in)) {
      if (message == null) {
        message = ByteBuffer.allocate(announced());
      } else {
        complete.add(message.array());
        message = null;
        length.clear();
      }
    }
    return complete;
  }

  @Override
  public void end() throws EOFException {
    if (message != null || length.position() > 0) {
      throw new EOFException(
          message == null
              ? "the stream ended " + length.remaining() + " bytes before the end of a length"
              : "the stream ended " + message.remaining() + " bytes before the end of a message");
    }
  }

  /** Moves as many bytes as there are and as fit, and returns whether the buffer is full. */
  private static boolean fill(ByteBuffer wanted, ByteBuffer in) {
    int count = Math.min(wanted.remaining(), in.remaining());
    wanted.put(wanted.position(), in, in.position(), count);
    wanted.position(wanted.position() + count);
    in.position(in.position() + count);
    return !wanted.hasRemaining();
  }

  /** Reads and checks the length, before any memory is used for the message. */
  private int announced() throws MalformedStreamException {
    long bytes = Integer.toUnsignedLong(length.getInt(0));
    if (bytes > MAX_MESSAGE_BYTES) {
      malformed = true;
      throw new MalformedStreamException(
          "a message has at most " + MAX_MESSAGE_BYTES + " bytes, not " + bytes);
    }
    return (int) bytes; // at most 1 MiB, and only one message at a time per connection
  }
}
