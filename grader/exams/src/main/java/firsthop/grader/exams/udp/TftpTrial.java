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

/** What a test of a TFTP server needs: files, a start and an end in words, and clients. */
final class TftpTrial {
  /** Milliseconds after which a server that waits for a test's next packet would send again. */
  static final int PATIENT = 3_000;

  private static final int ATTEMPTS = 3;
  private static final int MAX_PORT = 65_535;

  /** What the contract gives {@code close}, and half as much again for a machine under load. */
  private static final long CLOSE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);

  private static final int BETWEEN_TRIES_MILLIS = 2;

  private final AddressPlan addresses;
  private final SplittableRandom random;
  private final PacketTrace trace;

  TftpTrial(AddressPlan addresses, Seed seed, PacketTrace trace) {
    this.addresses = addresses;
    this.random = seed.random();
    this.trace = trace;
  }

  /** Return the contents of a file: so many letters that no other file and no other run has. */
  byte[] letters(int length) {
    byte[] letters = new byte[length];
    for (int i = 0; i < length; i++) {
      letters[i] = (byte) ('a' + random.nextInt(26));
    }
    return letters;
  }

  /** Start a server of one file, {@code motd}, at a port of 127.0.0.1; it waits long for ACKs. */
  InetSocketAddress serve(TftpServer server, byte[] motd) {
    return serve(server, motd, PATIENT, ATTEMPTS);
  }

  /** Start a server of one file, {@code motd}, at a port of 127.0.0.1. */
  InetSocketAddress serve(TftpServer server, byte[] motd, int timeoutMillis, int attempts) {
    int port = FreePort.udp(addresses);
    return start(server, "127.0.0.1", port, Map.of("motd", motd), timeoutMillis, attempts);
  }

  /** Start a server of these files, which waits long for ACKs, and return where to ask it. */
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

  /** Close a server and wait until these ports are free. */
  void close(TftpServer server, List<InetSocketAddress> ports) throws InterruptedException {
    long deadline = System.nanoTime() + CLOSE_NANOS;
    assertThatCode(server::close).as("close()").doesNotThrowAnyException();
    for (InetSocketAddress port : ports) {
      while (!isFree(port)) {
        assertThat(System.nanoTime() > deadline)
            .as("%s is still taken, a second after close()", port)
            .isFalse();
        TimeUnit.MILLISECONDS.sleep(BETWEEN_TRIES_MILLIS);
      }
    }
  }

  /** Make a reader at a host of the test's, with a port that nobody else has. */
  BlockReader reader(int host, InetSocketAddress server, byte[] file) {
    return reader(host, 0, server, file);
  }

  /** Make a reader at a host and a port of the test's. */
  BlockReader reader(int host, int port, InetSocketAddress server, byte[] file) {
    return new BlockReader(trace, addresses.host(host), port, server, file);
  }

  /** Have a file read at once by a client of its own, and check it. */
  void download(String name, byte[] file, InetSocketAddress server) {
    Download.check(name, file, server, addresses.host(1), trace);
  }

  /** Have a file read over a path that does what a script says, and check it. */
  void download(String name, byte[] file, InetSocketAddress server, RelayScript script) {
    InetAddress front = addresses.host(2);
    InetAddress back = addresses.host(3);
    try (Relay path = new Relay(trace, Tftp::describe, script, front, back, server)) {
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
