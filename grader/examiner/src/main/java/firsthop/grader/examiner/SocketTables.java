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

  /**
   * The state of a TCP socket that was closed in order. It blocks its port for a minute, so a few
   * are left to every submission, and many are not left to the next one.
   */
  private static final String TIME_WAIT = "06";

  /** Several times what the tests of a lab leave. */
  static final int MAX_TIME_WAIT = 2_000;

  private static final int STATE_FIELD = 3;

  private static final int UNIX_NAME_FIELD = 7;

  /** How long the kernel may take to close the sockets of a killed process. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private final Path net;

  SocketTables(Path net) {
    this.net = net;
  }

  /**
   * Waits a limited time until no socket is open and few were closed lately; returns a line for
   * each that is still open, and one for the many that were closed.
   */
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
    int timeWait = 0;
    for (String table : TABLES) {
      Path file = net.resolve(table);
      if (Files.exists(file)) {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(Math.min(1, lines.size()), lines.size())) {
          String[] fields = line.trim().split("\\s+");
          if (table.startsWith("tcp") && fields[STATE_FIELD].equals(TIME_WAIT)) {
            timeWait++;
          } else if (counts(table, fields)) {
            sockets.add(table + " " + line.trim());
          }
        }
      }
    }
    if (timeWait > MAX_TIME_WAIT) {
      sockets.add(timeWait + " connections in TIME_WAIT, which block their ports");
    }
    return sockets;
  }

  private static boolean counts(String table, String[] fields) {
    // The JDK opens a unix socket without a name; no other process can use it.
    return !table.equals("unix") || fields.length > UNIX_NAME_FIELD;
  }
}
