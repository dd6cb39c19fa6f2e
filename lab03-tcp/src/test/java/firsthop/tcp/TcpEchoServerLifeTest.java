package firsthop.tcp;

import static firsthop.tcp.EchoTalk.HOST;
import static firsthop.tcp.EchoTalk.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.sun.management.UnixOperatingSystemMXBean;
import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tests how the server starts and ends. {@link TcpEchoServerTest} tests what it answers. */
@ExerciseTest(TcpEchoServer.class)
class TcpEchoServerLifeTest {
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(1);
  private static final List<String> ENDS = List.of(EchoTalk.FIN, EchoTalk.RST);
  private static final Duration TIME_TO_CLEAN_UP = Duration.ofSeconds(5);
  private static final int RESETS = 40;
  private static final int CONNECT_MILLIS = 1000;
  private static final byte[] PING = "ping".getBytes(StandardCharsets.US_ASCII);

  @Test
  @Order(1)
  @Hint("Port 0 asks for any free port; the socket knows which one it got.")
  void with_port_0_start_returns_the_port_that_it_got() throws IOException {
    try (TcpEchoServer one = new MyTcpEchoServer();
        TcpEchoServer other = new MyTcpEchoServer()) {
      int onePort = one.start(HOST, 0);
      int otherPort = other.start(HOST, 0);
      assertThat(answerFrom(onePort)).as("answer from port %d", onePort).isEqualTo(same(PING));
      assertThat(answerFrom(otherPort)).as("answer from port %d", otherPort).isEqualTo(same(PING));
    }
  }

  @Test
  @Order(2)
  void start_binds_the_port_that_it_is_given() throws IOException {
    int port = freePort();
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      assertThat(server.start(HOST, port)).as("start(\"%s\", %d)", HOST, port).isEqualTo(port);
      assertThat(answerFrom(port)).as("answer from port %d", port).isEqualTo(same(PING));
    }
  }

  @Test
  @Order(3)
  @Hint("new ServerSocket(port) binds every address. Give it the address as well.")
  void start_binds_only_the_address_that_it_is_given() throws IOException {
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      int port = server.start(HOST, 0);
      for (String other : List.of("127.0.0.2", "::1")) {
        assertThat(connects(other, port) ? "taken" : "refused")
            .as("a connection to %s port %d, after start(\"%s\", 0)", other, port, HOST)
            .isEqualTo("refused");
      }
    }
  }

  @Test
  @Hint("Every connection that ends must be closed, also after an exception: try (client) { ... }")
  void a_client_that_resets_leaves_no_open_socket_behind() throws IOException {
    if (!(ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix)) {
      return; // Windows does not say how many sockets are open
    }
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      int port = server.start(HOST, 0);
      assertThat(answerFrom(port)).as("answer before the resets").isEqualTo(same(PING));
      long before = unix.getOpenFileDescriptorCount();
      for (int i = 0; i < RESETS; i++) {
        EchoTalk rude = new EchoTalk(port);
        assertThat(rude.say(PING)).as("answer before a reset").isEqualTo(same(PING));
        rude.reset();
      }
      String left =
          lastWithin(
              TIME_TO_CLEAN_UP,
              System.nanoTime(),
              "few",
              () -> unix.getOpenFileDescriptorCount() - before < RESETS / 2 ? "few" : "one each");
      assertThat(left)
          .as(
              "sockets that are still open, %d s after %d clients reset",
              TIME_TO_CLEAN_UP.toSeconds(), RESETS)
          .isEqualTo("few");
    }
  }

  @Test
  @Hint("Bind in start itself: nobody sees an exception on another thread.")
  void start_throws_an_IOException_if_the_port_is_taken() throws IOException {
    try (TcpEchoServer first = new MyTcpEchoServer();
        TcpEchoServer second = new MyTcpEchoServer()) {
      int port = first.start(HOST, 0);
      assertThat(outcome(() -> second.start(HOST, port)))
          .as("start(\"%s\", %d), while another server has that port", HOST, port)
          .isEqualTo("IOException");
      assertThat(answerFrom(port)).as("answer from the other server").isEqualTo(same(PING));
    }
  }

  @Test
  void a_server_starts_only_once() throws IOException {
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      int port = server.start(HOST, 0);
      assertThat(outcome(() -> server.start(HOST, 0)))
          .as("a second call of start")
          .isEqualTo("IllegalStateException");
      assertThat(answerFrom(port)).as("answer from the first start").isEqualTo(same(PING));
    }
  }

  @Test
  void a_closed_server_does_not_start_again() throws IOException {
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      server.start(HOST, 0);
      server.close();
      assertThat(outcome(() -> server.start(HOST, 0)))
          .as("start after close")
          .isEqualTo("IllegalStateException");
    }
  }

  @Test
  @Hint("The port is free only after the listening socket is closed.")
  void close_frees_the_port_within_a_second() throws IOException {
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      int port = server.start(HOST, 0);
      long closing = System.nanoTime();
      server.close();
      assertThat(lastWithin(closing, "free", () -> isFree(port) ? "free" : "still taken"))
          .as("port %d, a second after close", port)
          .isEqualTo("free");
    }
  }

  @Test
  @Hint("Closing the listening socket does not close the connections: each has its own socket.")
  void close_ends_open_connections() throws IOException {
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      int port = server.start(HOST, 0);
      try (EchoTalk talking = new EchoTalk(port);
          EchoTalk silent = new EchoTalk(port)) {
        assertThat(talking.say(PING)).as("answer before close").isEqualTo(same(PING));
        server.close();
        assertThat(talking.end()).as("what a client gets after close").isIn(ENDS);
        assertThat(silent.end()).as("what a silent client gets after close").isIn(ENDS);
      }
    }
  }

  @Test
  @Hint("A thread in accept or read wakes up when its socket is closed. Then the thread must end.")
  void close_ends_the_threads_within_a_second() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      int port = server.start(HOST, 0);
      try (EchoTalk client = new EchoTalk(port)) {
        assertThat(client.say(PING)).as("answer before close").isEqualTo(same(PING));
        long closing = System.nanoTime();
        server.close();
        assertThat(lastWithin(closing, "none", () -> TcpServerThreads.startedSince(before)))
            .as("threads of the server, a second after close")
            .isEqualTo("none");
      }
    }
  }

  @Test
  @Hint("A thread that serves one client ends with that client, whether by FIN or by a reset.")
  void clients_that_have_gone_leave_no_threads() throws IOException {
    try (TcpEchoServer server = new MyTcpEchoServer()) {
      int port = server.start(HOST, 0);
      assertThat(answerFrom(port)).as("answer to the first client").isEqualTo(same(PING));
      Set<Thread> before = Thread.getAllStackTraces().keySet();
      for (int i = 0; i < 20; i++) {
        assertThat(answerFrom(port)).as("answer to a client").isEqualTo(same(PING));
        EchoTalk rude = new EchoTalk(port);
        assertThat(rude.say(PING)).as("answer to a client").isEqualTo(same(PING));
        rude.reset();
      }
      assertThat(lastWithin(System.nanoTime(), "none", () -> TcpServerThreads.startedSince(before)))
          .as("threads of the server, a second after 40 clients have gone")
          .isEqualTo("none");
    }
  }

  @Test
  void close_may_come_twice_or_before_start_and_never_throws() throws IOException {
    TcpEchoServer neverStarted = new MyTcpEchoServer();
    assertThatCode(neverStarted::close).as("close before start").doesNotThrowAnyException();
    TcpEchoServer server = new MyTcpEchoServer();
    server.start(HOST, 0);
    assertThatCode(server::close).as("close").doesNotThrowAnyException();
    assertThatCode(server::close).as("close a second time").doesNotThrowAnyException();
  }

  private static String answerFrom(int port) throws IOException {
    try (EchoTalk client = new EchoTalk(port)) {
      return client.say(PING);
    }
  }

  private interface Start {
    int call() throws IOException;
  }

  /** Returns the name of the exception that start throws, or describes what it returns. */
  private static String outcome(Start start) {
    try {
      return "no exception, port " + start.call();
    } catch (IOException e) {
      return "IOException";
    } catch (IllegalStateException e) {
      return "IllegalStateException";
    }
  }

  /** Asks until the answer is as expected or the time is over, and returns the last answer. */
  private static String lastWithin(long since, String expected, Supplier<String> question) {
    return lastWithin(TIME_TO_CLOSE, since, expected, question);
  }

  private static String lastWithin(
      Duration time, long since, String expected, Supplier<String> question) {
    String answer = question.get();
    while (!answer.equals(expected) && System.nanoTime() - since < time.toNanos()) {
      Thread.onSpinWait();
      answer = question.get();
    }
    return answer;
  }

  private static boolean connects(String address, int port) {
    try (Socket client = new Socket()) {
      client.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
      return true;
    } catch (IOException refused) {
      return false; // or the machine does not have that address
    }
  }

  private static boolean isFree(int port) {
    try {
      new ServerSocket(port, 1, InetAddress.getByName(HOST)).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }
}
