package firsthop.grader.exams.dns;

import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.ReceivedQuery;
import java.io.IOException;
import java.net.DatagramSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** What a client leaves behind: its queries at the servers, and no sockets. */
final class ClientSockets {
  /**
   * For a server that has not come to its last datagram, or a system that has a socket to close.
   */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private ClientSockets() {}

  /** Return all that a host was asked: at once when that is so much, else after a while. */
  static List<ReceivedQuery> awaitQueries(Internet internet, int host, int expected) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (internet.queries(host).size() < expected && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return internet.queries(host);
  }

  /** Fail unless a UDP port of a client is free, or soon is. */
  static void assertPortFree(int port, String when) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        new DatagramSocket(port).close();
        return;
      } catch (IOException taken) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("the client's port " + port + " is taken " + when, taken);
        }
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
