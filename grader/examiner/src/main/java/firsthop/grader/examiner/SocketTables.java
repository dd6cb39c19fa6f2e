package firsthop.grader.examiner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The sockets of the bench's network namespace, as /proc/net shows them. */
final class SocketTables {
  private static final List<String> TABLES =
      List.of(
          "tcp",
          "tcp6",
          "udp",
          "udp6",
          "udplite",
          "udplite6",
          "raw",
          "raw6",
          "icmp",
          "icmp6",
          "unix");

  /** The state of a TCP socket that was closed in order; it blocks no port. */
  private static final String TIME_WAIT = "06";

  private static final int STATE_FIELD = 3;

  private static final int UNIX_NAME_FIELD = 7;

  /** How long the kernel may take to close the sockets of a killed process. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path net;

  SocketTables(Path net) {
    this.net = net;
  }

  /** Waits a limited time until no socket is open, and returns those that are still open. */
  List<String> awaitClosed() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    List<String> sockets = sockets();
    while (!sockets.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(5);
      sockets = sockets();
    }
    return sockets;
  }

  private List<String> sockets() throws IOException {
    List<String> sockets = new ArrayList<>();
    for (String table : TABLES) {
      Path file = net.resolve(table);
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
          if (counts(table, line.trim().split("\\s+"))) {
            sockets.add(table + " " + line.trim());
          }
        }
      }
    }
    return sockets;
  }

  private static boolean counts(String table, String[] fields) {
    if (table.startsWith("tcp")) {
      return !fields[STATE_FIELD].equals(TIME_WAIT);
    }
    // The JDK opens a unix socket without a name; no other process can use it.
    return !table.equals("unix") || fields.length > UNIX_NAME_FIELD;
  }
}
