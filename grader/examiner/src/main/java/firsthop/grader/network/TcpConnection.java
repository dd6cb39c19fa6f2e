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
 * A connection's two directions: either may wait without holding up the other, and neither for
 * ever.
 */
final class TcpConnection implements Closeable {
  /** The JDK copies all that it is to read or write at once: much data goes in small pieces. */
  static final int SLICE = 64 << 10;

  /** What the system says of a write after RST, if FIN had come before it. */
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

  /** Returns an endpoint as failures name it. */
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
   * Sends what remains, and takes what comes until the intake is full, both at the same time;
   * return when that is done or can no longer be done, or when the time is up.
   *
   * @param finishing whether to send FIN as soon as all is sent
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

  /** Returns how the other side has ended; null as long as it has not. */
  @Nullable ConnectionEnd end() {
    return end;
  }

  /** Tells whether the other side takes no more bytes. */
  boolean isBroken() {
    return broken;
  }

  /** Sends FIN. */
  void finish() throws IOException {
    channel.shutdownOutput();
  }

  /** Sends RST, and closes. */
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

  /** Remembers a reset, of which the system speaks once: the next read would see FIN instead. */
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
