package firsthop.grader.examiner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lines as a Linux 5.10 writes them. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SocketTablesTest {
  private static final String TCP_HEADER =
      "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout"
          + " inode\n";
  private static final String UNIX_HEADER =
      "Num       RefCount Protocol Flags    Type St Inode Path\n";

  private static final String LISTENER =
      "   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0"
          + " 31337 1 0000000000000000 100 0 0 10 0\n";
  private static final String ESTABLISHED =
      "   1: 0100007F:1F90 0100007F:C350 01 00000000:00000000 00:00000000 00000000  1000        0"
          + " 31338 1 0000000000000000 20 4 30 10 -1\n";
  private static final String TIME_WAIT =
      "   2: 0100007F:C351 0100007F:1F90 06 00000000:00000000 03:00001769 00000000     0        0"
          + " 0 3 0000000000000000\n";
  private static final String UDP =
      "  404: 00000000:0045 00000000:0000 07 00000000:00000000 00:00000000 00000000  1000        0"
          + " 31339 2 0000000000000000 0\n";
  private static final String UNIX =
      "0000000000000000: 00000002 00000000 00010000 0001 01 31340 @left-behind\n";

  @TempDir Path net;

  @BeforeEach
  void an_empty_namespace() throws IOException {
    for (String table : List.of("tcp", "tcp6", "udp", "udp6", "raw", "raw6")) {
      write(table, TCP_HEADER);
    }
    write("unix", UNIX_HEADER);
  }

  @Test
  void an_empty_namespace_is_clean() throws Exception {
    assertThat(remains()).isEmpty();
  }

  @Test
  void a_table_that_the_kernel_lacks_is_clean() throws Exception {
    Files.delete(net.resolve("udp6"));
    Files.delete(net.resolve("raw6"));
    write("raw", "");
    assertThat(remains()).isEmpty();
  }

  @Test
  void a_limited_number_in_time_wait_is_clean() throws Exception {
    write("tcp", TCP_HEADER + TIME_WAIT.repeat(SocketTables.MAX_TIME_WAIT - 1));
    write("tcp6", TCP_HEADER + TIME_WAIT);
    assertThat(remains()).isEmpty();
    write("tcp6", TCP_HEADER + TIME_WAIT.repeat(2));
    assertThat(remains()).containsExactly("2001 connections in TIME_WAIT, which block their ports");
  }

  @Test
  void a_unix_socket_without_a_name_is_clean() throws Exception {
    write("unix", UNIX_HEADER + UNIX.replace(" @left-behind", ""));
    assertThat(remains()).isEmpty();
  }

  @Test
  void whatever_else_is_there_remains_and_is_shown() throws Exception {
    write("tcp", TCP_HEADER + TIME_WAIT + LISTENER + TIME_WAIT + ESTABLISHED);
    write("tcp6", TCP_HEADER + LISTENER);
    write("udp", TCP_HEADER + UDP);
    // A datagram socket in state 06 is none that its owner has closed.
    write("udp6", TCP_HEADER + UDP.replace(" 07 ", " 06 "));
    write("udplite", TCP_HEADER + UDP);
    write("raw", TCP_HEADER + UDP);
    write("unix", UNIX_HEADER + UNIX);
    assertThat(remains())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("tcp 0: 0100007F:1F90 00000000:0000 0A"),
            line -> assertThat(line).startsWith("tcp 1: 0100007F:1F90 0100007F:C350 01"),
            line -> assertThat(line).startsWith("tcp6 0: "),
            line -> assertThat(line).startsWith("udp 404: 00000000:0045"),
            line -> assertThat(line).startsWith("udp6 404: "),
            line -> assertThat(line).startsWith("udplite 404: "),
            line -> assertThat(line).startsWith("raw 404: "),
            line -> assertThat(line).startsWith("unix ").endsWith("@left-behind"));
  }

  @Test
  void what_the_kernel_clears_up_in_time_does_not_remain() throws Exception {
    write("tcp", TCP_HEADER + ESTABLISHED);
    CompletableFuture<Void> cleared =
        CompletableFuture.runAsync(
            () -> write("tcp", TCP_HEADER + TIME_WAIT),
            CompletableFuture.delayedExecutor(50, TimeUnit.MILLISECONDS));
    assertThat(remains()).isEmpty();
    cleared.get(10, TimeUnit.SECONDS);
  }

  private List<String> remains() throws IOException, InterruptedException {
    return new SocketTables(net).awaitClosed();
  }

  /** Replaces a table at once, so that nobody reads half of it. */
  private void write(String table, String lines) {
    try {
      Path made = Files.writeString(net.resolve(table + ".new"), lines);
      Files.move(
          made,
          net.resolve(table),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
