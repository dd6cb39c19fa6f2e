package firsthop.grader.exams.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.commons.net.echo.EchoUDPClient;

/** The UDP echo client of commons-net, with a time-out and with clear failure messages. */
final class UdpEchoClient implements AutoCloseable {
  /** How long a client waits; on the loopback interface an answer takes less than 1 ms. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** The maximum number of bytes that a UDP datagram over IPv4 carries. */
  static final int MAX_PAYLOAD = 65_507;

  private final EchoUDPClient client = new EchoUDPClient();
  private final InetAddress server;
  private final int port;

  private UdpEchoClient(InetAddress server, int port) {
    this.server = server;
    this.port = port;
    client.setDefaultTimeout(PATIENCE);
  }

  /** Creates a client for a server, at any local address and port. */
  static UdpEchoClient of(InetAddress server, int port) throws IOException {
    UdpEchoClient made = new UdpEchoClient(server, port);
    made.client.open();
    return made;
  }

  /** Creates a client for a server, at this local address and port; port 0 means any port. */
  static UdpEchoClient at(InetAddress own, int ownPort, InetAddress server, int port)
      throws IOException {
    UdpEchoClient made = new UdpEchoClient(server, port);
    made.client.open(ownPort, own);
    return made;
  }

  void send(byte[] payload) throws IOException {
    client.send(payload, payload.length, server, port);
  }

  /**
   * Waits for a datagram.
   *
   * @param asked the bytes that were sent, for the failure message
   */
  byte[] receive(byte[] asked) throws IOException {
    byte[] buffer = new byte[MAX_PAYLOAD + 1];
    try {
      return Arrays.copyOf(buffer, client.receive(buffer));
    } catch (SocketTimeoutException silence) {
      throw new AssertionError(
          "sent "
              + UdpPayloads.describe(asked)
              + " to "
              + server.getHostAddress()
              + ":"
              + port
              + ", but nothing came back within "
              + PATIENCE.toMillis()
              + " ms",
          silence);
    }
  }

  /** Sends a datagram and checks that the answer has the same bytes. */
  void exchange(byte[] payload) throws IOException {
    send(payload);
    UdpPayloads.assertSame(payload, receive(payload));
  }

  @Override
  public void close() {
    client.close();
  }
}
