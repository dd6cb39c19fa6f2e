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
 * A client of the echo service, commons-net's, with deadlines and bounds, watched, and with
 * failures that speak.
 */
final class EchoClient implements AutoCloseable {
  /** Less than what two hosts' buffers hold, so that sending it needs no deadline. */
  private static final int MOST = 4_096;

  private final EchoTCPClient client = new EchoTCPClient();
  private final PacketTrace trace;
  private final InetSocketAddress server;
  private final InetSocketAddress own;

  /** Connect, from any free port of a host. */
  EchoClient(PacketTrace trace, InetAddress host, InetSocketAddress server) throws IOException {
    this.trace = trace;
    this.server = server;
    client.setConnectTimeout(TcpPeer.PATIENCE_MILLIS);
    client.connect(server.getAddress(), server.getPort(), host, 0);
    this.own = new InetSocketAddress(host, client.getLocalPort());
    trace.name(own, "commons-net");
    trace.add(own, server, "SYN", "connected");
  }

  /** Send at most {@value #MOST} bytes, and check that the same come back. */
  void exchange(byte[] bytes) throws IOException {
    if (bytes.length > MOST) {
      throw new IllegalArgumentException(bytes.length + " bytes are more than " + MOST);
    }
    trace.add(own, server, Dissector.FIRST_LINE.describe(bytes), "sent");
    client.getOutputStream().write(bytes);
    client.getOutputStream().flush();
    byte[] came = receive(bytes.length);
    trace.add(server, own, Dissector.FIRST_LINE.describe(came), "received");
    Payloads.assertSame(bytes, came);
  }

  @Override
  public void close() throws IOException {
    trace.add(own, server, "close", "done");
    client.disconnect();
  }

  /** Return so many bytes, or fewer if the stream ends or the time is up. */
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
      // What has come is compared with what was sent, and that is the failure.
    }
    return Arrays.copyOf(bytes, count);
  }
}
