package firsthop.grader.exams.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firsthop.tcp.MyWebServer;
import firsthop.tcp.WebServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reference before a client that nobody here wrote. Where there is no curl it is skipped; with
 * the environment variable {@code CI} set it fails instead, so that a build server without it is
 * noticed.
 */
class WebServerWitnessIT {
  private static final byte[] HOME = "<h1>At home</h1>\n".getBytes(UTF_8);
  private static final byte[] ABOUT = "<p>Grüße, 안녕하세요</p>\n".getBytes(UTF_8);
  private static final byte[] LARGE = new byte[400_000];

  /** From 1 MiB on curl asks first whether its body is wanted. */
  private static final int ASKS_FIRST = 2 << 20;

  /** What curl prints of each transfer: the status, and how many connections it took. */
  private static final String EACH = "%{http_code} %{num_connects}\\n";

  private final WebServer server = new MyWebServer();
  private int port;

  @BeforeAll
  static void demandCurl() throws InterruptedException {
    String ci = System.getenv("CI");
    if (ci != null && !ci.isEmpty() && !ci.equals("false")) {
      assertThat(Curl.isThere()).as("CI is set; is curl there ('.ci/run' installs it)?").isTrue();
    }
    assumeTrue(Curl.isThere(), "there is no curl; install it");
  }

  @BeforeEach
  void start() throws Exception {
    port = server.start("127.0.0.1", 0, Map.of("/", HOME, "/a.html", ABOUT, "/large", LARGE));
  }

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void gets_pages_whole() throws Exception {
    assertThat(Curl.ask(port, "/a.html?q").output()).isEqualTo(ABOUT);
    assertThat(Curl.ask(port, "/large").output()).isEqualTo(LARGE);
    assertThat(Curl.ask(port, "--http1.0", "/").output()).isEqualTo(HOME);
  }

  @Test
  void gets_all_on_one_connection() throws Exception {
    assertThat(Curl.ask(port, "--write-out", EACH, "/", "/nowhere", "/a.html", "/").text())
        .startsWith(new String(HOME, UTF_8) + "200 1\n")
        .contains("404 0\n", new String(ABOUT, UTF_8) + "200 0\n")
        .endsWith(new String(HOME, UTF_8) + "200 0\n");
  }

  @Test
  void closes_when_it_is_told_to() throws Exception {
    String field = "Connection: close";
    assertThat(Curl.ask(port, "--write-out", EACH, "--header", field, "/", "/").text())
        .contains("200 1\n")
        .doesNotContain("200 0\n");
  }

  @Test
  void gets_no_body_for_head() throws Exception {
    assertThat(Curl.ask(port, "--head", "--write-out", EACH, "/a.html", "/nowhere").text())
        .contains("Content-Length: " + ABOUT.length + "\r\n", "\r\n\r\n200 1\n", "\r\n\r\n404 0\n")
        .doesNotContain("<p>");
  }

  @Test
  void posts_in_vain_whatever_the_body(@TempDir Path folder) throws Exception {
    Path file = Files.write(folder.resolve("body"), new byte[ASKS_FIRST]);
    String large = "@" + file;
    assertThat(Curl.ask(port, "--write-out", EACH, "--data", "name=value", "/", "/").text())
        .contains("405 1\n", "405 0\n");
    assertThat(Curl.ask(port, "--write-out", EACH, "--data-binary", large, "/").text())
        .endsWith("405 1\n");
    assertThat(
            Curl.ask(
                    port,
                    "--write-out",
                    EACH,
                    "--header",
                    "Transfer-Encoding: chunked",
                    "--data-binary",
                    large,
                    "/")
                .text())
        .endsWith("405 1\n");
  }

  @Test
  void is_told_what_is_wrong() throws Exception {
    assertThat(Curl.ask(port, "--write-out", EACH, "--header", "Host:", "/").text())
        .endsWith("400 1\n");
    String tooLong = "X-Long: " + "a".repeat(17_000);
    assertThat(Curl.ask(port, "--write-out", EACH, "--header", tooLong, "/").text())
        .endsWith("431 1\n");
    assertThat(Curl.ask(port, "--write-out", EACH, "--path-as-is", "/x/../a.html").text())
        .endsWith("404 1\n");
  }

  @Test
  void is_served_as_by_a_proxy() throws Exception {
    assertThat(Curl.askProxy(port, "http://127.0.0.1:1/a.html?q").output()).isEqualTo(ABOUT);
    assertThat(Curl.askProxy(port, "http://127.0.0.1:1").output()).isEqualTo(HOME);
  }
}
