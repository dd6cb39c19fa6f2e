package firsthop.grader.examiner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The bench's network namespace, as /proc/net shows it. */
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

  /** A TCP socket that its owner has closed in good order; it binds nothing and harms nobody. */
  private static final String TIME_WAIT = "06";

  private static final int STATE_FIELD = 3;

  private static final int UNIX_NAME_FIELD = 7;

  /** How long the kernel may take to clear up after a killed process. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path net;

  SocketTables(Path net) {
    this.net = net;
  }

  /** Waits until no socket is left, or patience ends; return what is left then. */
  List<String> remains() throws IOException, InterruptedException {
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
    // The JDK holds a unix socket without a name, of which no other process can make use.
    return !table.equals("unix") || fields.length > UNIX_NAME_FIELD;
  }
}
