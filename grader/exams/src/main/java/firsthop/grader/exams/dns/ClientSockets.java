package firsthop.grader.exams.dns;

import firsthop.grader.exams.dns.internet.Internet;
import firsthop.grader.exams.dns.internet.ReceivedQuery;
import java.io.IOException;
import java.net.DatagramSocket;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Checks what is left after a call: the queries at the servers, and no open sockets. */
final class ClientSockets {
  /** The longest wait for a server to receive a datagram, or for the system to close a socket. */
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_000);

  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

  private ClientSockets() {}

  /** Returns the queries that a host has received; waits a short time for the expected number. */
  static List<ReceivedQuery> awaitQueries(Internet internet, int host, int expected) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (internet.queries(host).size() < expected && System.nanoTime() < deadline) {
      LockSupport.parkNanos(POLL_NANOS);
    }
    return internet.queries(host);
  }

  /** Fails if a UDP port of a client is not free within a short time. */
  static void assertPortFree(int port, String when) {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (true) {
      try {
        new DatagramSocket(port).close();
        return;
      } catch (IOException taken) {
        if (System.nanoTime() > deadline) {
          throw new AssertionError("the client's port " + port + " is still open " + when, taken);
        }
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
