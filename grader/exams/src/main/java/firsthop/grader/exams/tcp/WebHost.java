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
 * A web server that has been started, for its clients.
 *
 * @param at where it listens
 */
record WebHost(InetSocketAddress at, AddressPlan addresses, PacketTrace trace) {
  static final String LOCAL = "127.0.0.1";

  /** What the contract gives {@code close}, and half as much again for a machine under load. */
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  /** Start a server at 127.0.0.1 and a port that is free. */
  static WebHost serve(
      WebServer server, Map<String, byte[]> pages, AddressPlan addresses, PacketTrace trace) {
    return start(server, LOCAL, FreePort.tcp(addresses), pages, addresses, trace);
  }

  /** Start a server at an address of this host, and a port or 0. */
  static WebHost start(
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
    return new WebHost(at, addresses, trace);
  }

  /** Connect to it from any free port of a host. */
  HttpTalk talk(int host) throws IOException {
    InetAddress own = addresses.host(host);
    return new HttpTalk(TcpPeer.connect(trace, Dissector.FIRST_LINE, "client " + host, own, at));
  }

  /** Ask it for a page, on a connection of its own. */
  HttpAnswer once(String target) throws IOException {
    try (HttpTalk talk = talk(1)) {
      return talk.get(target);
    }
  }

  /** Close it, and fail unless its port is free in time. */
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
