package firsthop.grader.exams.tcp;

import firsthop.grader.network.TcpTable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds sockets that are still trying to connect (in state SYN_SENT). No peer can see them, but
 * Linux lists them in {@code /proc/net/tcp} (proc(5)). On other systems, none are found.
 */
final class ConnectingSockets {
  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(1_500);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private ConnectingSockets() {}

  /** Waits until no socket tries to connect to an IPv4 endpoint; fails if one still does. */
  static void awaitNoneTo(InetSocketAddress endpoint) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (TcpTable.isAnyConnecting(endpoint)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "a socket that was not closed still tries to connect to " + endpoint);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }
}
