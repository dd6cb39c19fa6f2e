package firsthop.udp;

import static firsthop.udp.ReadingClient.HOST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tests how the server starts and stops. {@link TftpServerTest} tests what it sends. */
@ExerciseTest(TftpServer.class)
class TftpServerLifeTest {
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(1);
  private static final Map<String, byte[]> FILES = Map.of("hello", new byte[] {'h', 'i'});
  private static final String HELLO = "DATA 1, 2 bytes";

  @Test
  @Order(7)
  void start_binds_the_port_that_it_is_given() throws IOException {
    int port = freePort();
    try (TftpServer server = new MyTftpServer()) {
      assertThat(start(server, port)).as("start(\"%s\", %d, ...)", HOST, port).isEqualTo(port);
      assertThat(answerFrom(port)).as("answer from port %d", port).isEqualTo(HELLO);
    }
  }

  @Test
  @Hint("Bind in start itself: the caller does not get an exception from another thread.")
  void start_throws_an_IOException_if_the_port_is_taken() throws IOException {
    try (TftpServer first = new MyTftpServer();
        TftpServer second = new MyTftpServer()) {
      int port = start(first, 0);
      assertThatIOException()
          .as("start(\"%s\", %d, ...), while another server has that port", HOST, port)
          .isThrownBy(() -> start(second, port));
      assertThat(answerFrom(port)).as("answer from the other server").isEqualTo(HELLO);
    }
  }

  @Test
  void a_server_starts_only_once_and_not_after_close() throws IOException {
    try (TftpServer server = new MyTftpServer()) {
      int port = start(server, 0);
      assertThatIllegalStateException()
          .as("start, called a second time")
          .isThrownBy(() -> start(server, 0));
      assertThat(answerFrom(port)).as("answer from the first start").isEqualTo(HELLO);
      server.close();
      assertThatIllegalStateException()
          .as("start, called after close")
          .isThrownBy(() -> start(server, 0));
    }
  }

  @Test
  @Hint("Each transfer has a socket and perhaps a thread. close must end all of them.")
  void close_ends_transfers_frees_all_ports_and_leaves_no_thread() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (TftpServer server = new MyTftpServer()) {
      int port = start(server, 0);
      try (ReadingClient client = new ReadingClient(port)) {
        client.read("hello");
        assertThat(client.next()).as("after the request").isEqualTo(HELLO);
        long closing = System.nanoTime();
        server.close();
        assertThat(lastWithin(closing, "free", () -> stateOf(port)))
            .as("the server's port, one second after close")
            .isEqualTo("free");
        assertThat(lastWithin(closing, "free", () -> stateOf(client.port())))
            .as("the port of a transfer that waits for its ACK, one second after close")
            .isEqualTo("free");
        assertThat(lastWithin(closing, "none", () -> ServerThreads.startedSince(before)))
            .as("threads of the server, one second after close")
            .isEqualTo("none");
      }
    }
  }

  @Test
  void close_may_come_twice_or_before_start_and_never_throws() throws IOException {
    TftpServer neverStarted = new MyTftpServer();
    assertThatCode(neverStarted::close).as("close before start").doesNotThrowAnyException();
    TftpServer server = new MyTftpServer();
    start(server, 0);
    assertThatCode(server::close).as("close").doesNotThrowAnyException();
    assertThatCode(server::close).as("close a second time").doesNotThrowAnyException();
  }

  private static int start(TftpServer server, int port) throws IOException {
    return server.start(HOST, port, FILES, 5_000, 2);
  }

  private static String answerFrom(int port) throws IOException {
    try (ReadingClient client = new ReadingClient(port)) {
      client.read("hello");
      return client.next();
    }
  }

  /** Asks until the answer is as expected or the time to close is over; returns the last answer. */
  private static String lastWithin(long since, String hopedFor, Supplier<String> question) {
    String answer = question.get();
    while (!answer.equals(hopedFor) && System.nanoTime() - since < TIME_TO_CLOSE.toNanos()) {
      Thread.onSpinWait();
      answer = question.get();
    }
    return answer;
  }

  private static String stateOf(int port) {
    try {
      new DatagramSocket(port, InetAddress.getByName(HOST)).close();
      return "free";
    } catch (IOException e) {
      return "still taken";
    }
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }
}
