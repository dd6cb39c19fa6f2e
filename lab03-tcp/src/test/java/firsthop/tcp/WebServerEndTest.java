package firsthop.tcp;

import static firsthop.tcp.WebTalk.FIN;
import static firsthop.tcp.WebTalk.HOST;
import static firsthop.tcp.WebTalk.RST;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests how connections and the server end. {@link WebServerTest} tests what it answers. */
@ExerciseTest(WebServer.class)
class WebServerEndTest {
  private static final Duration TIME_TO_CLOSE = Duration.ofSeconds(1);
  private static final String HOME = "<h1>Hello</h1>\n";
  private static final Map<String, byte[]> PAGES = Map.of("/", HOME.getBytes(US_ASCII));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nconnection: Close\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
      })
  @Order(1)
  void the_server_closes_when_the_client_says_so_or_speaks_HTTP_1_0(String request)
      throws IOException {
    try (WebServer server = new MyWebServer();
        WebTalk talk = new WebTalk(server.start(HOST, 0, PAGES))) {
      assertThat(talk.ask(request).body()).as("the body").isEqualTo(HOME);
      assertThat(talk.end()).as("what comes after the response").isEqualTo(FIN);
    }
  }

  @Test
  @Order(2)
  void after_the_clients_FIN_comes_the_servers() throws IOException {
    try (WebServer server = new MyWebServer();
        WebTalk talk = new WebTalk(server.start(HOST, 0, PAGES))) {
      talk.send("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n");
      talk.sendFin();
      assertThat(talk.reply().body())
          .as("the body of the response to the request before FIN")
          .isEqualTo(HOME);
      assertThat(talk.end()).as("what comes after it").isEqualTo(FIN);
    }
  }

  @Test
  @Order(3)
  @Hint("A socket that is closed with unread bytes sends a reset. Send FIN first, and read on.")
  void a_client_that_is_still_sending_gets_the_response_and_FIN() throws IOException {
    try (WebServer server = new MyWebServer();
        WebTalk talk = new WebTalk(server.start(HOST, 0, PAGES))) {
      talk.send("HELLO\r\n\r\n" + "and so on\r\n".repeat(5_000));
      assertThat(talk.reply().status()).as("the response").isEqualTo("HTTP/1.1 400");
      assertThat(talk.end()).as("what comes after it").isEqualTo(FIN);
      assertThat(talk.goOn("and so on\r\n".repeat(1_000)))
          .as("what happens to the bytes that the client sends after it")
          .isEqualTo("taken");
    }
  }

  @Test
  void start_binds_the_port_that_it_is_given() throws IOException {
    int port = freePort();
    try (WebServer server = new MyWebServer()) {
      assertThat(server.start(HOST, port, PAGES))
          .as("start(\"%s\", %d, ...)", HOST, port)
          .isEqualTo(port);
      assertServes(port);
    }
  }

  @Test
  @Hint("Bind in start itself: nobody sees an exception on another thread.")
  void start_throws_an_IOException_if_the_port_is_taken() throws IOException {
    try (WebServer first = new MyWebServer();
        WebServer second = new MyWebServer()) {
      int port = first.start(HOST, 0, PAGES);
      assertThat(outcome(() -> second.start(HOST, port, PAGES)))
          .as("start(\"%s\", %d, ...), while another server has that port", HOST, port)
          .isEqualTo("IOException");
      assertServes(port);
    }
  }

  @Test
  void a_server_starts_only_once() throws IOException {
    try (WebServer server = new MyWebServer()) {
      int port = server.start(HOST, 0, PAGES);
      assertThat(outcome(() -> server.start(HOST, 0, PAGES)))
          .as("a second call of start")
          .isEqualTo("IllegalStateException");
      assertServes(port);
      server.close();
      assertThat(outcome(() -> server.start(HOST, 0, PAGES)))
          .as("start after close")
          .isEqualTo("IllegalStateException");
    }
  }

  @Test
  @Hint("Closing the listening socket does not close the connections: each has its own socket.")
  void close_ends_connections_threads_and_listening_within_a_second() throws IOException {
    Set<Thread> before = Thread.getAllStackTraces().keySet();
    try (WebServer server = new MyWebServer()) {
      int port = server.start(HOST, 0, PAGES);
      try (WebTalk idle = new WebTalk(port);
          WebTalk halfway = new WebTalk(port)) {
        assertThat(idle.get("/").body()).as("the body before close").isEqualTo(HOME);
        halfway.send("GET / HT");
        long closing = System.nanoTime();
        server.close();
        assertThat(idle.end()).as("what an idle client gets after close").isIn(FIN, RST);
        assertThat(halfway.end()).as("what a client with half a request gets").isIn(FIN, RST);
        assertThat(lastWithin(closing, "free", () -> isFree(port) ? "free" : "still taken"))
            .as("port %d, a second after close", port)
            .isEqualTo("free");
        assertThat(lastWithin(closing, "none", () -> TcpServerThreads.startedSince(before)))
            .as("threads of the server, a second after close")
            .isEqualTo("none");
      }
    }
  }

  @Test
  void close_may_come_twice_or_before_start_and_never_throws() throws IOException {
    WebServer neverStarted = new MyWebServer();
    assertThatCode(neverStarted::close).as("close before start").doesNotThrowAnyException();
    WebServer server = new MyWebServer();
    server.start(HOST, 0, PAGES);
    assertThatCode(server::close).as("close").doesNotThrowAnyException();
    assertThatCode(server::close).as("close a second time").doesNotThrowAnyException();
  }

  private static void assertServes(int port) throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      assertThat(talk.get("/").body()).as("the body from port %d", port).isEqualTo(HOME);
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
    String answer = question.get();
    while (!answer.equals(expected) && System.nanoTime() - since < TIME_TO_CLOSE.toNanos()) {
      Thread.onSpinWait();
      answer = question.get();
    }
    return answer;
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
