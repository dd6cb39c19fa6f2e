package firsthop.grader.exams.udp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Arrays;
import org.apache.commons.net.echo.EchoUDPClient;

/** A client of the echo service, commons-net's, with a deadline and with failures that speak. */
final class EchoClient implements AutoCloseable {
  /** How long a client waits; on a loopback interface an answer takes less than a millisecond. */
  static final Duration PATIENCE = Duration.ofSeconds(1);

  /** The most that a datagram over IPv4 carries. */
  static final int MAX_PAYLOAD = 65_507;

  private final EchoUDPClient client = new EchoUDPClient();
  private final InetAddress server;
  private final int port;

  private EchoClient(InetAddress server, int port) {
    this.server = server;
    this.port = port;
    client.setDefaultTimeout(PATIENCE);
  }

  /** Make a client, with a port of its own at any address, of the server at an address and port. */
  static EchoClient of(InetAddress server, int port) throws IOException {
    EchoClient made = new EchoClient(server, port);
    made.client.open();
    return made;
  }

  /** Make a client that has this address, and this port unless it is 0. */
  static EchoClient at(InetAddress own, int ownPort, InetAddress server, int port)
      throws IOException {
    EchoClient made = new EchoClient(server, port);
    made.client.open(ownPort, own);
    return made;
  }

  void send(byte[] payload) throws IOException {
    client.send(payload, payload.length, server, port);
  }

  /**
   * Wait for a datagram.
   *
   * @param asked what was sent, for the message when nothing comes
   */
  byte[] receive(byte[] asked) throws IOException {
    byte[] buffer = new byte[MAX_PAYLOAD + 1];
    try {
      return Arrays.copyOf(buffer, client.receive(buffer));
    } catch (SocketTimeoutException silence) {
      throw new AssertionError(
          Payloads.describe(asked)
              + " went to "
              + server.getHostAddress()
              + ":"
              + port
              + "; nothing came back within "
              + PATIENCE.toMillis()
              + " ms",
          silence);
    }
  }

  /** Send a datagram and check that its answer is the same. */
  void exchange(byte[] payload) throws IOException {
    send(payload);
    Payloads.assertSame(payload, receive(payload));
  }

  @Override
  public void close() {
    client.close();
  }
}
