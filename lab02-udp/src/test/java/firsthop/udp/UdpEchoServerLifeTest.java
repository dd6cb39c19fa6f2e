package firsthop.udp;

import static firsthop.udp.UdpClient.HOST;
import static firsthop.udp.UdpClient.same;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Tests how the server starts and stops. {@link UdpEchoServerTest} tests its answers. */
@ExerciseTest(UdpEchoServer.class)
class UdpEchoServerLifeTest {
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(1);
  private static final List<String> OTHER_ADDRESSES = List.of("127.0.0.2", "::1");
  private static final byte[] PING = "ping".getBytes(StandardCharsets.US_ASCII);

  @Test
  @Order(1)
  @Hint("Port 0 asks for any free port. Return the port that the socket has: getLocalPort.")
  void with_port_0_start_returns_the_port_that_it_got() throws IOException {
    try (UdpEchoServer one = new MyUdpEchoServer();
        UdpEchoServer other = new MyUdpEchoServer()) {
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
    try (UdpEchoServer server = new MyUdpEchoServer()) {
      assertThat(server.start(HOST, port)).as("start(\"%s\", %d)", HOST, port).isEqualTo(port);
      assertThat(answerFrom(port)).as("answer from port %d", port).isEqualTo(same(PING));
    }
  }

  @Test
  @Order(3)
  @Hint("new DatagramSocket(port) binds every address. Give it the address as well.")
  void start_binds_only_the_address_that_it_is_given() throws IOException {
    try (UdpEchoServer server = new MyUdpEchoServer()) {
      int port = server.start(HOST, 0);
      for (String other : OTHER_ADDRESSES) {
        if (isFree(other, 0)) { // this machine has that address
          assertThat(isFree(other, port) ? "free" : "taken")
              .as("port %d of %s, after start(\"%s\", 0)", port, other, HOST)
              .isEqualTo("free");
        }
      }
    }
  }

  @Test
  @Hint("Bind in start itself: the caller does not get an exception from another thread.")
  void start_throws_an_IOException_if_the_port_is_taken() throws IOException {
    try (UdpEchoServer first = new MyUdpEchoServer();
        UdpEchoServer second = new MyUdpEchoServer()) {
      int port = first.start(HOST, 0);
      assertThat(outcome(() -> second.start(HOST, port)))
          .as("start(\"%s\", %d), while another server has that port", HOST, port)
          .isEqualTo("IOException");
      assertThat(answerFrom(port)).as("answer from the other server").isEqualTo(same(PING));
    }
  }

  @Test
  void a_server_starts_only_once() throws IOException {
    try (UdpEchoServer server = new MyUdpEchoServer()) {
      int port = server.start(HOST, 0);
      assertThat(outcome(() -> server.start(HOST, 0)))
          .as("start, called a second time")
          .isEqualTo("IllegalStateException");
      assertThat(answerFrom(port)).as("answer from the first start").isEqualTo(same(PING));
    }
  }

  @Test
  void a_closed_server_does_not_start_again() throws IOException {
    try (UdpEchoServer server = new MyUdpEchoServer()) {
      server.start(HOST, 0);
      server.close();
      assertThat(outcome(() -> server.start(HOST, 0)))
          .as("start, called after close")
          .isEqualTo("IllegalStateException");
    }
  }

  @Test
  @Hint("close must close the socket. Only that frees its port.")
  void close_frees_the_port_within_a_second() throws IOException {
    try (UdpEchoServer server = new MyUdpEchoServer()) {
      int port = server.start(HOST, 0);
      long closing = System.nanoTime();
      server.close();
      assertThat(lastWithin(closing, "free", () -> isFree(port) ? "free" : "still taken"))
          .as("port %d, one second after close", port)
          .isEqualTo("free");
    }
  }

  @Test
  @Hint(
      "When the socket is closed, receive throws in the waiting thread. Then the thread must end.")
  void close_ends_the_threads_within_a_second() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (UdpEchoServer server = new MyUdpEchoServer()) {
      int port = server.start(HOST, 0);
      assertThat(answerFrom(port)).as("answer before close").isEqualTo(same(PING));
      long closing = System.nanoTime();
      server.close();
      assertThat(lastWithin(closing, "none", () -> ServerThreads.startedSince(before)))
          .as("threads of the server, one second after close")
          .isEqualTo("none");
    }
  }

  @Test
  void close_may_come_twice_or_before_start_and_never_throws() throws IOException {
    UdpEchoServer neverStarted = new MyUdpEchoServer();
    assertThatCode(neverStarted::close).as("close before start").doesNotThrowAnyException();
    UdpEchoServer server = new MyUdpEchoServer();
    server.start(HOST, 0);
    assertThatCode(server::close).as("close").doesNotThrowAnyException();
    assertThatCode(server::close).as("close a second time").doesNotThrowAnyException();
  }

  private static String answerFrom(int port) throws IOException {
    try (UdpClient client = new UdpClient()) {
      return client.ask(port, PING);
    }
  }

  private interface Start {
    int call() throws IOException;
  }

  /** Returns the name of the exception that start throws, or the port that it returns. */
  private static String outcome(Start start) {
    try {
      return "no exception, port " + start.call();
    } catch (IOException e) {
      return "IOException";
    } catch (IllegalStateException e) {
      return "IllegalStateException";
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

  private static boolean isFree(int port) {
    return isFree(HOST, port);
  }

  private static boolean isFree(String address, int port) {
    try {
      new DatagramSocket(port, InetAddress.getByName(address)).close();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (DatagramSocket socket = new DatagramSocket(0, InetAddress.getByName(HOST))) {
      return socket.getLocalPort();
    }
  }
}
