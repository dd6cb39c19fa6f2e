package firsthop.grader.exams.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.network.Dissector;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpPeer;
import firsthop.tcp.WebServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A host on which a web server has been started.
 *
 * @param at the endpoint at which the server listens
 */
record HttpHost(InetSocketAddress at, AddressPlan addresses, PacketTrace trace) {
  static final String LOCAL = "127.0.0.1";

  /** The contract gives {@code close} one second; this is more, for a machine under load. */
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  /** Starts a server at 127.0.0.1 and a free port. */
  static HttpHost serve(
      WebServer server, Map<String, byte[]> pages, AddressPlan addresses, PacketTrace trace) {
    return start(server, LOCAL, FreePort.tcp(addresses), pages, addresses, trace);
  }

  /** Starts a server at an address of this host and a port; 0 means any free port. */
  static HttpHost start(
      WebServer server,
      String address,
      int port,
      Map<String, byte[]> pages,
      AddressPlan addresses,
      PacketTrace trace) {
    String call = "start(\"%s\", %s, …)".formatted(address, port);
    int bound;
    try {
      bound = server.start(address, port, pages);
    } catch (IOException refused) {
      throw new AssertionError(call + " threw " + refused, refused);
    }
    assertThat(bound)
        .as("the port that %s returned", call)
        .isBetween(port == 0 ? 1 : port, port == 0 ? 65_535 : port);
    InetSocketAddress at =
        new InetSocketAddress(address.equals("0.0.0.0") ? LOCAL : address, bound);
    trace.name(at, "server");
    return new HttpHost(at, addresses, trace);
  }

  /** Connects to the server from any free port of a client's host. */
  HttpConnection connect(int host) throws IOException {
    InetAddress own = addresses.host(host);
    return new HttpConnection(
        TcpPeer.connect(trace, Dissector.FIRST_LINE, "client " + host, own, at));
  }

  /** Sends one GET request on a new connection, and returns the response. */
  ReceivedHttpResponse get(String target) throws IOException {
    try (HttpConnection client = connect(1)) {
      return client.get(target);
    }
  }

  /** Closes the server, and fails unless its port is free in time. */
  void close(WebServer server) throws InterruptedException {
    long deadline = System.nanoTime() + CLOSE_NANOS;
    server.close();
    while (!isFree()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("a second after close(), port " + at.getPort() + " is not free");
      }
      TimeUnit.MILLISECONDS.sleep(2);
    }
  }

  private boolean isFree() {
    try {
      new ServerSocket(at.getPort(), 1, at.getAddress()).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
