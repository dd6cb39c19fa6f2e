package firsthop.grader.exams.tcp;

import firsthop.grader.network.Dissector;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpPeer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.commons.net.echo.EchoTCPClient;

/**
 * The echo client of commons-net, with deadlines and size limits. It writes what it sends and
 * receives to the trace, and its failures say what was sent and what came back.
 */
final class TcpEchoClient implements AutoCloseable {
  /** Fits into the buffers of the two hosts, so sending it needs no deadline. */
  private static final int MOST = 4_096;

  private final EchoTCPClient client = new EchoTCPClient();
  private final PacketTrace trace;
  private final InetSocketAddress server;
  private final InetSocketAddress own;

  /** Connects from any free port of a host. */
  TcpEchoClient(PacketTrace trace, InetAddress host, InetSocketAddress server) throws IOException {
    this.trace = trace;
    this.server = server;
    client.setConnectTimeout(TcpPeer.PATIENCE_MILLIS);
    client.connect(server.getAddress(), server.getPort(), host, 0);
    this.own = new InetSocketAddress(host, client.getLocalPort());
    trace.name(own, "commons-net");
    trace.add(own, server, "SYN", "connected");
  }

  /** Sends at most {@value #MOST} bytes, and checks that the same bytes come back. */
  void exchange(byte[] bytes) throws IOException {
    if (bytes.length > MOST) {
      throw new IllegalArgumentException(bytes.length + " bytes are more than " + MOST);
    }
    trace.add(own, server, Dissector.FIRST_LINE.describe(bytes), "sent");
    client.getOutputStream().write(bytes);
    client.getOutputStream().flush();
    byte[] came = receive(bytes.length);
    trace.add(server, own, Dissector.FIRST_LINE.describe(came), "received");
    TcpPayloads.assertSame(bytes, came);
  }

  @Override
  public void close() throws IOException {
    trace.add(own, server, "close", "done");
    client.disconnect();
  }

  /** Returns so many bytes, or fewer if the stream ends or the time is over. */
  private byte[] receive(int length) throws IOException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TcpPeer.PATIENCE_MILLIS);
    InputStream in = client.getInputStream();
    byte[] bytes = new byte[length];
    int count = 0;
    try {
      int read = 0;
      while (count < length && read >= 0) {
        long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
        client.setSoTimeout((int) Math.max(1, left));
        read = in.read(bytes, count, length - count);
        count += Math.max(read, 0);
      }
    } catch (SocketTimeoutException silence) {
      // The caller compares the bytes that have come with the bytes that were sent, and fails.
    }
    return Arrays.copyOf(bytes, count);
  }
}
