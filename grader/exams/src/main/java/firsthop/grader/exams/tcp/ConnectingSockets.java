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
 * Sockets that still try to connect, of which no peer can tell; Linux lists them (proc(5), {@code
 * /proc/net/tcp}). On another system there are none to be seen.
 */
final class ConnectingSockets {
  /** Sockets for IPv6 connect to IPv4, too; the JDK's do. */
  private static final List<Path> TABLES =
      List.of(Path.of("/proc/net/tcp"), Path.of("/proc/net/tcp6"));

  private static final boolean LITTLE_ENDIAN = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN;

  private static final int REMOTE_FIELD = 2;
  private static final int STATE_FIELD = 3;
  private static final String SYN_SENT = "02";

  private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(500);
  private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

  private ConnectingSockets() {}

  /** Wait until no socket tries to connect to an IPv4 endpoint; fail if one still does. */
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
          // In the table for IPv6, the IPv4 address stands at the end of a longer one.
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

  /** Return an endpoint as the tables have it: the address as the machine's own kind of number. */
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
