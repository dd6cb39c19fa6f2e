package firsthop.grader.exams.udp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Seed;
import firsthop.grader.network.FreePort;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.Relay;
import firsthop.grader.network.RelayScript;
import firsthop.udp.TftpServer;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/** Creates files and clients for a test of a TFTP server, and starts and closes the server. */
final class TftpServerFixture {
  /** A time-out in milliseconds that does not pass while a test runs as expected. */
  static final int PATIENT = 3_000;

  private static final int ATTEMPTS = 3;
  private static final int MAX_PORT = 65_535;

  /** The second that the contract gives {@code close}, and half a second for a busy machine. */
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private static final int BETWEEN_TRIES_MILLIS = 2;

  private final AddressPlan addresses;
  private final SplittableRandom random;
  private final PacketTrace trace;

  TftpServerFixture(AddressPlan addresses, Seed seed, PacketTrace trace) {
    this.addresses = addresses;
    this.random = seed.random();
    this.trace = trace;
  }

  /** Returns the contents of a file: random letters. */
  byte[] letters(int length) {
    byte[] letters = new byte[length];
    for (int i = 0; i < length; i++) {
      letters[i] = (byte) ('a' + random.nextInt(26));
    }
    return letters;
  }

  /** Starts a server with one file, {@code motd}, on 127.0.0.1, with a long time-out. */
  InetSocketAddress serve(TftpServer server, byte[] motd) {
    return serve(server, motd, PATIENT, ATTEMPTS);
  }

  /** Starts a server with one file, {@code motd}, on 127.0.0.1. */
  InetSocketAddress serve(TftpServer server, byte[] motd, int timeoutMillis, int attempts) {
    int port = FreePort.udp(addresses);
    return start(server, "127.0.0.1", port, Map.of("motd", motd), timeoutMillis, attempts);
  }

  /** Starts a server with these files and a long time-out, and returns its address and port. */
  InetSocketAddress start(TftpServer server, String address, int port, Map<String, byte[]> files) {
    return start(server, address, port, files, PATIENT, ATTEMPTS);
  }

  private InetSocketAddress start(
      TftpServer server,
      String address,
      int port,
      Map<String, byte[]> files,
      int timeoutMillis,
      int attempts) {
    String call =
        "start(\"%s\", %s, %d files, %d, %d)"
            .formatted(address, port, files.size(), timeoutMillis, attempts);
    try {
      int bound = server.start(address, port, files, timeoutMillis, attempts);
      assertThat(bound)
          .as("the port that %s returned", call)
          .isBetween(port == 0 ? 1 : port, port == 0 ? MAX_PORT : port);
      InetSocketAddress at = new InetSocketAddress(address, bound);
      return at.getAddress().isAnyLocalAddress()
          ? new InetSocketAddress(InetAddress.getLoopbackAddress(), bound)
          : at;
    } catch (IOException refused) {
      throw new AssertionError(call + " threw " + refused, refused);
    }
  }

  /** Closes a server and waits until these ports are free. */
  void close(TftpServer server, List<InetSocketAddress> ports) throws InterruptedException {
    long deadline = System.nanoTime() + CLOSE_NANOS;
    assertThatCode(server::close).as("close()").doesNotThrowAnyException();
    for (InetSocketAddress port : ports) {
      while (!isFree(port)) {
        assertThat(System.nanoTime() > deadline)
            .as("%s is still taken one second after close()", port)
            .isFalse();
        TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
      }
    }
  }

  /** Creates a client at a host of the test, at any free port. */
  FakeTftpClient reader(int host, InetSocketAddress server, byte[] file) {
    return reader(host, 0, server, file);
  }

  /** Creates a client at a host and a port of the test. */
  FakeTftpClient reader(int host, int port, InetSocketAddress server, byte[] file) {
    return new FakeTftpClient(trace, addresses.host(host), port, server, file);
  }

  /** Reads a file with a client of commons-net and checks its contents. */
  void download(String name, byte[] file, InetSocketAddress server) {
    TftpDownload.check(name, file, server, addresses.host(1), trace);
  }

  /** Reads a file through a relay that follows a script, and checks its contents. */
  void download(String name, byte[] file, InetSocketAddress server, RelayScript script) {
    InetAddress front = addresses.host(2);
    InetAddress back = addresses.host(3);
    try (Relay path = new Relay(trace, TftpPackets::describe, script, front, back, server)) {
      download(name, file, path.entrance());
    }
  }

  private static boolean isFree(InetSocketAddress port) {
    try {
      new DatagramSocket(port).close();
      return true;
    } catch (IOException taken) {
      return false;
    }
  }
}
