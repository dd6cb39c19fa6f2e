package firsthop.grader.network;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.channels.SocketChannel;

/** Opens a connection and records that on the trace. */
final class Handshake {
  private Handshake() {}

  /** Opens a socket at any free port of a host. */
  static SocketChannel bound(InetAddress own) {
    return BenchFaultError.opened(
        "a TCP socket at " + own, () -> SocketChannel.open().bind(new InetSocketAddress(own, 0)));
  }

  /**
   * Connects from any free port of a host, and names that endpoint on the trace.
   *
   * @throws ConnectException when no socket listens there
   * @throws AssertionError when there is no answer in time
   */
  static TcpConnection connect(
      PacketTrace trace, String name, InetAddress own, InetSocketAddress to, int millis)
      throws IOException {
    SocketChannel channel = bound(own);
    InetSocketAddress local = (InetSocketAddress) channel.getLocalAddress();
    trace.name(local, name);
    try {
      channel.socket().connect(to, millis);
      trace.add(local, to, "SYN", "connected");
      return new TcpConnection(channel);
    } catch (ConnectException failed) {
      trace.add(local, to, "SYN", "refused");
      channel.close();
      ConnectException refused =
          new ConnectException("nobody listens at " + TcpConnection.text(to));
      refused.initCause(failed);
      throw refused;
    } catch (SocketTimeoutException silence) {
      trace.add(local, to, "SYN", "not answered");
      channel.close();
      throw new AssertionError(
          "connecting to " + TcpConnection.text(to) + ": no answer within " + millis + " ms",
          silence);
    }
  }
}
