package firsthop.grader.network;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The two directions of a connection. One direction may wait without blocking the other, and no
 * wait is endless.
 */
final class TcpConnection implements Closeable {
  /** The largest piece of one read or write, because the JDK copies the whole piece. */
  static final int SLICE = 64 << 10;

  /** The system's message for a write after RST, if FIN had arrived before it. */
  private static final String FIN_CAME_FIRST = "Broken pipe";

  private final SocketChannel channel;

  private @Nullable ConnectionEnd end;
  private boolean broken;

  /** Takes over a connection. */
  TcpConnection(SocketChannel channel) throws IOException {
    this.channel = channel;
    channel.configureBlocking(false);
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /** Returns the text of an endpoint for messages. */
  static String text(InetSocketAddress endpoint) {
    return endpoint.getAddress().getHostAddress() + ":" + endpoint.getPort();
  }

  InetSocketAddress local() throws IOException {
    return (InetSocketAddress) channel.getLocalAddress();
  }

  InetSocketAddress remote() throws IOException {
    return (InetSocketAddress) channel.getRemoteAddress();
  }

  /**
   * Sends the remaining bytes and receives until the buffer is full, both at the same time. Returns
   * when both are done or cannot be done any more, or when the time is over.
   *
   * @param finishing whether to send FIN as soon as all bytes are sent
   */
  void transfer(ByteBuffer out, boolean finishing, ReceiveBuffer in, int millis)
      throws IOException {
    long deadline = deadline(millis);
    boolean finished = !finishing;
    boolean goesOn = true;
    while (goesOn) {
      boolean moved = write(out) > 0;
      if (!finished && !out.hasRemaining()) {
        finished = true;
        try {
          finish();
        } catch (IOException failed) {
          breaks(failed);
        }
      }
      moved |= read(in) > 0;
      int operations =
          (writes(out) ? SelectionKey.OP_WRITE : 0) | (reads(in) ? SelectionKey.OP_READ : 0);
      goesOn =
          operations != 0
              && (moved
                  ? System.nanoTime() < deadline
                  : ChannelWait.await(channel, operations, deadline));
    }
  }

  /** Returns how the other side ended the connection; null while it has not. */
  @Nullable ConnectionEnd end() {
    return end;
  }

  /** Returns whether the other side takes no more bytes. */
  boolean isBroken() {
    return broken;
  }

  /** Sends FIN. */
  void finish() throws IOException {
    channel.shutdownOutput();
  }

  /** Sends RST and closes the connection. */
  void reset() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    close();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private boolean writes(ByteBuffer out) {
    return out.hasRemaining() && !broken;
  }

  private boolean reads(ReceiveBuffer in) {
    return !in.isFull() && end == null;
  }

  private int write(ByteBuffer out) throws IOException {
    if (!writes(out)) {
      return 0;
    }
    try {
      int length = channel.write(out.slice(out.position(), Math.min(out.remaining(), SLICE)));
      out.position(out.position() + length);
      return length;
    } catch (IOException failed) {
      breaks(failed);
      return 0;
    }
  }

  private int read(ReceiveBuffer in) throws IOException {
    if (!reads(in)) {
      return 0;
    }
    try {
      int length = channel.read(in.room());
      if (length < 0) {
        end = ConnectionEnd.FIN;
      } else {
        in.add(length);
      }
      return length;
    } catch (IOException failed) {
      breaks(failed);
      return 0;
    }
  }

  /** Notes a reset. The system reports it only once: the next read would see FIN instead. */
  private void breaks(IOException failed) throws IOException {
    if (!channel.isOpen()) {
      throw failed;
    }
    broken = true;
    if (end == null && !FIN_CAME_FIRST.equals(failed.getMessage())) {
      end = ConnectionEnd.RST;
    }
  }

  private static long deadline(int millis) {
    return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
