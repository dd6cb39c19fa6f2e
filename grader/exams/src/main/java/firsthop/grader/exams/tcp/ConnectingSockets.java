package firsthop.grader.exams.tcp;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds sockets that are still trying to connect (in state SYN_SENT). No peer can see them, but
 * Linux lists them in {@code /proc/net/tcp} (proc(5)). On other systems, none are found.
 */
final class ConnectingSockets {
  /** The JDK's IPv6 sockets also connect to IPv4 addresses, so both tables are needed. */
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  private static final int REMOTE_FIELD = 2;
  private static final int STATE_FIELD = 3;
  private static final String SYN_SENT = "02";

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private ConnectingSockets() {}

  /** Waits until no socket tries to connect to an IPv4 endpoint; fails if one still does. */
  static void awaitNoneTo(InetSocketAddress endpoint) throws IOException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    while (isAny(endpoint)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError(
            "a socket that was not closed still tries to connect to " + endpoint);
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private static boolean isAny(InetSocketAddress endpoint) throws IOException {
    String remote = remoteField(endpoint);
    for (Path table : TABLES) {
      if (Files.isReadable(table)) {
        for (String line : Files.readAllLines(table, US_ASCII)) {
          String[] fields = line.trim().split("\\s+");
          // In the IPv6 table, an IPv4 address is the end of a longer address.
          if (fields.length > STATE_FIELD
              && fields[STATE_FIELD].equals(SYN_SENT)
              && fields[REMOTE_FIELD].endsWith(remote)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /** Returns an endpoint as the tables write it: the address in the machine's byte order. */
  private static String remoteField(InetSocketAddress endpoint) {
    byte[] address = endpoint.getAddress().getAddress();
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < address.length; i++) {
      int at = LITTLE_ENDIAN ? address.length - 1 - i : i;
      text.append(String.format("%02X", address[at]));
    }
    return text.append(String.format(":%04X", endpoint.getPort())).toString();
  }
}
