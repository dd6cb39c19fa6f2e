package firsthop.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(ConnectionWalk.class)
class ConnectionWalkTest {
  /** All servers here answer at once; the time-out is long because a machine may be busy. */
  private static final int TIMEOUT_MILLIS = 1_500;

  private static final String HOST = "127.0.0.1";
  private static final String HELLO = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

  private final ConnectionWalk walk = new MyConnectionWalk();

  @Test
  @Order(1)
  @Hint("An IPv4 address needs no name server: connect, send the request, and read the answer.")
  void a_page_at_an_address_is_fetched_without_any_name_server() throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST);
        OnePageServer web = new OnePageServer(HELLO)) {
      WalkReport report = fetch(internet, web.url(HOST, "/"));
      assertPage(report, 200, "hello");
      assertThat(report.addresses()).as("addresses").containsExactly(HOST);
      assertThat(report.serversAsked()).as("name servers asked").isEmpty();
    }
  }

  @Test
  @Order(2)
  @Hint("Your resolver from 4.6 finds the addresses. It also knows which servers it has asked.")
  void a_name_is_looked_up_from_the_root() throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST);
        OnePageServer web = new OnePageServer(HELLO)) {
      WalkReport report = fetch(internet, web.url("web.example", "/"));
      assertPage(report, 200, "hello");
      assertThat(report.addresses()).as("addresses").containsExactly(HOST);
      assertThat(report.serversAsked()).as("name servers asked").containsExactly(HOST);
      assertThat(internet.asked()).as("queries that the root server saw").isEqualTo(1);
    }
  }

  @Test
  @Order(3)
  @Hint("A connected socket knows the address and the port of both ends.")
  void the_socket_pair_is_the_one_that_the_server_saw() throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST);
        OnePageServer web = new OnePageServer(HELLO)) {
      WalkReport report = fetch(internet, web.url(HOST, "/"));
      assertThat(report.local()).as("local").isEqualTo(web.clients().get(0));
      assertThat(report.remote()).as("remote").isEqualTo(HOST + ":" + web.port());
    }
  }

  @Test
  @Order(4)
  @Hint("The request line has the path with its query. The Host field has the host and the port.")
  void the_request_names_path_and_host() throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST);
        OnePageServer web = new OnePageServer(HELLO)) {
      fetch(internet, web.url("web.example", "/a/b.html?c=d"));
      assertThat(web.requests())
          .as("the lines of the request")
          .startsWith("GET /a/b.html?c=d HTTP/1.1")
          .contains("Host: web.example:" + web.port(), "Connection: close");
    }
  }

  @Test
  @Hint("A URL may end after its host or after its port. Then the path is a slash.")
  void a_missing_path_is_a_slash() throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST);
        OnePageServer web = new OnePageServer(HELLO)) {
      fetch(internet, web.url(HOST, ""));
      assertThat(web.requests()).first().isEqualTo("GET / HTTP/1.1");
    }
  }

  @Test
  @Hint("If one address refuses the connection, try the next address.")
  void the_next_address_is_tried_when_one_refuses() throws IOException {
    // On Linux, every address that begins with 127 is this host; the web server has only one.
    try (WholeInternet internet = new WholeInternet("127.0.0.2", HOST);
        OnePageServer web = new OnePageServer(HELLO)) {
      WalkReport report = fetch(internet, web.url("web.example", "/"));
      assertPage(report, 200, "hello");
      assertThat(report.addresses()).as("addresses").containsExactly("127.0.0.2", HOST);
      assertThat(report.remote()).as("remote").isEqualTo(HOST + ":" + web.port());
    }
  }

  @Test
  @Hint("Before each chunk stands its size, in hexadecimal. After each chunk comes an end of line.")
  void chunks_are_put_together() throws IOException {
    String chunked =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "7\r\nA body \r\nA\r\nin pieces.\r\n0\r\n\r\n";
    try (WholeInternet internet = new WholeInternet(HOST);
        OnePageServer web = new OnePageServer(chunked)) {
      assertPage(fetch(internet, web.url(HOST, "/")), 200, "A body in pieces.");
    }
  }

  @Test
  @Hint("Without a length, the body is everything until the server ends the connection.")
  void a_body_without_a_length_ends_with_the_connection() throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST);
        OnePageServer web = new OnePageServer("HTTP/1.1 404 Not Found\r\n\r\nnot here")) {
      assertPage(fetch(internet, web.url(HOST, "/")), 404, "not here");
    }
  }

  @Test
  @Hint("Count the bytes: fewer bytes than Content-Length says are only a part of the page.")
  void half_a_body_is_an_exception() throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST);
        OnePageServer web = new OnePageServer(HELLO.replace("5", "50"))) {
      assertThatIOException().isThrownBy(() -> fetch(internet, web.url(HOST, "/")));
    }
  }

  @Test
  @Hint("The resolver throws an exception for this. Do not catch it.")
  void a_host_that_does_not_exist_is_not_found() throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST)) {
      assertThatExceptionOfType(NameNotFoundException.class)
          .isThrownBy(() -> fetch(internet, "http://nobody/"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://web.example/", "web.example", "http://", "http://a b/"})
  @Hint("Check the whole URL before you ask any name server.")
  void what_is_no_such_url_is_refused(String url) throws IOException {
    try (WholeInternet internet = new WholeInternet(HOST)) {
      assertThatIllegalArgumentException().isThrownBy(() -> fetch(internet, url));
      assertThat(internet.asked()).as("queries").isZero();
    }
  }

  private WalkReport fetch(WholeInternet internet, String url) throws IOException {
    return walk.walk(url, List.of(WholeInternet.ROOT), internet.port(), TIMEOUT_MILLIS);
  }

  private static void assertPage(WalkReport report, int status, String body) {
    assertThat(report.status()).as("status").isEqualTo(status);
    assertThat(new String(report.body(), StandardCharsets.ISO_8859_1)).as("body").isEqualTo(body);
  }
}
