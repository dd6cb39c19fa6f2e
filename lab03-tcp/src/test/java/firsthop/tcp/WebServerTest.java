package firsthop.tcp;

import static firsthop.tcp.WebTalk.FIN;
import static firsthop.tcp.WebTalk.HOST;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests what the server answers. {@link WebServerEndTest} tests how its connections end. */
@ExerciseTest(WebServer.class)
class WebServerTest {
  private static final String HOME = "<h1>Hello</h1>\n";
  private static final String NOTES = "Buy milk.\n";
  private static final String UMLAUTS = "<p>Grüße aus Köln</p>\n";

  private static final Map<String, byte[]> PAGES =
      Map.of(
          "/", HOME.getBytes(UTF_8),
          "/notes.txt", NOTES.getBytes(UTF_8),
          "/umlauts.html", UMLAUTS.getBytes(UTF_8),
          "/picture.png", new byte[] {1, 2, 3},
          "/empty.txt", new byte[0]);

  private final WebServer server = new MyWebServer();
  private int port;

  @BeforeEach
  void start() throws IOException {
    port = server.start(HOST, 0, PAGES);
    assertThat(port).as("the port that start(\"%s\", 0, ...) returned", HOST).isBetween(1, 65_535);
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  @Order(1)
  @Hint("A status line, field lines, an empty line, the page. Each line ends with \"\\r\\n\".")
  void a_page_is_served() throws IOException {
    assertReply("/", "HTTP/1.1 200", HOME);
    assertReply("/notes.txt", "HTTP/1.1 200", NOTES);
    assertReply("/empty.txt", "HTTP/1.1 200", "");
  }

  @Test
  @Order(2)
  void what_is_no_page_is_404() throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      assertThat(talk.get("/nowhere").status())
          .as("the response for /nowhere")
          .isEqualTo("HTTP/1.1 404");
    }
  }

  @Test
  @Order(3)
  @Hint("String.length() counts characters, not bytes: ü is one character and two bytes in UTF-8.")
  void the_length_is_counted_in_bytes() throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      assertThat(talk.get("/umlauts.html").field("Content-Length"))
          .as("Content-Length of a page of %d characters", UMLAUTS.length())
          .isEqualTo(Integer.toString(UMLAUTS.getBytes(UTF_8).length));
    }
    assertReply("/umlauts.html", "HTTP/1.1 200", UMLAUTS);
  }

  @ParameterizedTest
  @CsvSource({
    "/, text/html; charset=utf-8",
    "/umlauts.html, text/html; charset=utf-8",
    "/notes.txt, text/plain; charset=utf-8",
    "/picture.png, application/octet-stream",
  })
  @Order(4)
  void the_type_goes_by_the_path(String path, String type) throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      String got = talk.get(path).field("Content-Type").toLowerCase(Locale.ROOT);
      assertThat(got.replaceFirst(";charset", "; charset"))
          .as("Content-Type of %s", path)
          .isEqualTo(type);
    }
  }

  @Test
  @Order(5)
  @Hint("After a response, wait for the next request on the same connection.")
  void one_connection_serves_many_requests() throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      for (int i = 1; i <= 3; i++) {
        assertThat(talk.get("/notes.txt").body()).as("body of response %d", i).isEqualTo(NOTES);
      }
      assertThat(talk.get("/nowhere").status())
          .as("the response for /nowhere")
          .isEqualTo("HTTP/1.1 404");
      assertThat(talk.get("/").body()).as("body of the response after a 404").isEqualTo(HOME);
    }
  }

  @Test
  @Order(6)
  @Hint("A request ends at its empty line. It does not matter where read has cut the stream.")
  void a_request_may_come_byte_by_byte() throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      String request = "GET /notes.txt HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n\r\n";
      for (int i = 0; i < request.length(); i++) {
        talk.send(request.substring(i, i + 1));
      }
      assertThat(talk.reply().body()).as("body of the response").isEqualTo(NOTES);
    }
  }

  @Test
  @Order(7)
  @Hint("The bytes after the first request belong to the next one. Keep them.")
  void requests_may_come_all_at_once() throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      String end = " HTTP/1.1\r\nHost: localhost\r\n\r\n";
      talk.send("GET /notes.txt" + end + "GET /nowhere" + end + "GET /" + end);
      assertThat(talk.reply().body()).as("body of the first response").isEqualTo(NOTES);
      assertThat(talk.reply().status()).as("the second response").isEqualTo("HTTP/1.1 404");
      assertThat(talk.reply().body()).as("body of the third response").isEqualTo(HOME);
    }
  }

  @Test
  @Hint("Send the same status and fields as for GET, also the same length, and no body.")
  void HEAD_gets_no_body() throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      talk.send("HEAD /notes.txt HTTP/1.1\r\nHost: localhost\r\n\r\n");
      WebTalk.Reply reply = talk.replyToHead();
      assertThat(reply.status()).as("the response to HEAD").isEqualTo("HTTP/1.1 200");
      assertThat(reply.field("Content-Length")).as("Content-Length to HEAD").isEqualTo("10");
      assertThat(talk.get("/").status())
          .as("the response to GET after HEAD, on the same connection")
          .isEqualTo("HTTP/1.1 200");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE /notes.txt", "OPTIONS /nowhere", "get /"})
  void other_methods_are_405(String start) throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      WebTalk.Reply reply = talk.ask(start + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
      assertThat(reply.status()).as("the response to %s", start).isEqualTo("HTTP/1.1 405");
      assertThat(reply.field("Allow")).as("its field Allow").matches("GET, ?HEAD|HEAD, ?GET");
      assertThat(talk.get("/").body()).as("the next response").isEqualTo(HOME);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/notes.txt?day=2, HTTP/1.1 200",
    "/?, HTTP/1.1 200",
    "http://localhost/notes.txt, HTTP/1.1 200",
    "http://localhost:8080/notes.txt?day=2, HTTP/1.1 200",
    "http://localhost, HTTP/1.1 200",
    "/Notes.txt, HTTP/1.1 404",
    "/notes%2Etxt, HTTP/1.1 404",
    "/x/../notes.txt, HTTP/1.1 404",
  })
  @Hint("Cut the target at the question mark, and remove the host from its front if there is one.")
  void the_path_is_what_lies_between_host_and_query(String target, String status)
      throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      assertThat(talk.get(target).status()).as("the response for %s", target).isEqualTo(status);
    }
  }

  @Test
  @Hint("Content-Length says how many bytes after the empty line are the body. Skip them.")
  void a_body_is_skipped() throws IOException {
    String body = "GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n";
    try (WebTalk talk = new WebTalk(port)) {
      String fields = "Host: localhost\r\nContent-Length: " + body.length() + "\r\n\r\n";
      assertThat(talk.ask("POST / HTTP/1.1\r\n" + fields + body).status())
          .as("the response to POST")
          .isEqualTo("HTTP/1.1 405");
      assertThat(talk.get("/").body()).as("the response to the next request").isEqualTo(HOME);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HELLO\r\nHost: localhost\r\n\r\n",
        "GET /\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/one\r\nHost: localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost localhost\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nAccept : */*\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: two\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: localhost\r\nHost: localhost\r\n\r\n",
      })
  @Hint("Check that each line has all its parts before you use one of them.")
  void what_is_no_request_is_400(String request) throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      assertThat(talk.ask(request).status()).as("the response").isEqualTo("HTTP/1.1 400");
      assertThat(talk.end()).as("what comes after it").isEqualTo(FIN);
    }
  }

  @Test
  void fields_of_7_KiB_are_read_and_those_of_16_are_431() throws IOException {
    String start = "GET /notes.txt HTTP/1.1\r\nHost: localhost\r\nX-Long: ";
    try (WebTalk talk = new WebTalk(port)) {
      assertThat(talk.ask(start + "a".repeat(7_000) + "\r\n\r\n").body())
          .as("the response to a request of 7 KiB")
          .isEqualTo(NOTES);
      assertThat(talk.ask(start + "a".repeat(17_000) + "\r\n\r\n").status())
          .as("the response to a request of 17 KiB")
          .isEqualTo("HTTP/1.1 431");
      assertThat(talk.end()).as("what comes after it").isEqualTo(FIN);
    }
  }

  @Test
  void another_version_is_505() throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      assertThat(talk.ask("GET / HTTP/2.0\r\nHost: localhost\r\n\r\n").status())
          .as("the response to HTTP/2.0")
          .isEqualTo("HTTP/1.1 505");
      assertThat(talk.end()).as("what comes after it").isEqualTo(FIN);
    }
  }

  @Test
  @Hint("While one thread waits for a request, other threads must accept and serve other clients.")
  void a_slow_client_holds_up_nobody() throws IOException {
    try (WebTalk silent = new WebTalk(port);
        WebTalk slow = new WebTalk(port);
        WebTalk quick = new WebTalk(port)) {
      slow.send("GET /notes.txt HT");
      assertThat(quick.get("/").body()).as("what the quick client gets").isEqualTo(HOME);
      assertThat(slow.ask("TP/1.1\r\nHost: localhost\r\n\r\n").body())
          .as("what the slow client gets")
          .isEqualTo(NOTES);
      assertThat(silent.get("/").body()).as("what the silent client gets").isEqualTo(HOME);
    }
  }

  @Test
  @Hint("Try your server with a browser, too. The README shows how to start it in jshell.")
  void the_client_of_the_JDK_gets_what_it_asks_for() throws Exception {
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    for (String path : new String[] {"/", "/umlauts.html?q", "/"}) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://" + HOST + ":" + port + path))
              .timeout(Duration.ofSeconds(2))
              .build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.body())
          .as("what java.net.http.HttpClient gets for %s", path)
          .isEqualTo(path.equals("/") ? HOME : UMLAUTS);
    }
  }

  private void assertReply(String path, String status, String body) throws IOException {
    try (WebTalk talk = new WebTalk(port)) {
      WebTalk.Reply reply = talk.get(path);
      assertThat(reply.status()).as("the response for %s", path).isEqualTo(status);
      assertThat(reply.body()).as("the body for %s", path).isEqualTo(body);
    }
  }
}
