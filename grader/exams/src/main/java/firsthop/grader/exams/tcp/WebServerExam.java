package firsthop.grader.exams.tcp;

import static firsthop.grader.exams.tcp.HttpConnection.request;
import static firsthop.grader.exams.tcp.HttpHost.LOCAL;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.grader.network.PacketTrace;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import firsthop.tcp.WebServer;
import java.io.IOException;
import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * In a test that is not about connections that stay open, each request has its own connection. So a
 * server that closes too early or too late fails only the tests about closing. One test uses the
 * JDK's HTTP client. The others use {@link HttpConnection}, which can do what that client never
 * does.
 */
@Exam(WebServer.class)
class WebServerExam {
  private static final String HTML = "text/html; charset=utf-8";
  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String BYTES = "application/octet-stream";

  private static final byte[] HOME = "<h1>At home</h1>\n".getBytes(UTF_8);
  private static final byte[] NOTES = "Buy milk\nand bread\n".getBytes(UTF_8);
  private static final byte[] ABOUT = "<p>What is\r\n\r\nthere to say?</p>\n".getBytes(UTF_8);
  private static final byte[] SPACED = "a page with a space".getBytes(UTF_8);

  /** More than two hosts buffer for a client that does not read: Linux stops at 4 MiB. */
  private static final int LARGE = 5 << 20;

  /** Large pages repeat after so many bytes. */
  private static final int PERIOD = 8_191;

  /** The number of clients that the contract has at the same time. */
  private static final int CROWD = 100;

  /** Longer than a server needs to read what has come, or than a wrong time-out in a server. */
  private static final int SILENCE_MILLIS = 250;

  /** Milliseconds for the JDK's client, which loads many classes at its first use. */
  private static final int FIRST_USE = 10_000;

  @Test
  @Points(1)
  @Clause({
    "The body of a 200 is the page, byte for byte.",
    "Every response has a Content-Length: the number of bytes of its body. Bytes are not"
        + " characters"
  })
  @Hint(
      "A page is bytes, from the map to the socket. A String on the way changes bytes and"
          + " counts characters.")
  void sends_pages_byte_for_byte(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    byte[] every = new byte[256];
    for (int i = 0; i < every.length; i++) {
      every[i] = (byte) i;
    }
    byte[] words = "<p>Grüße — 你好, 세계</p>\r\n\r\n".getBytes(UTF_8);
    byte[] large = large(300_000);
    Map<String, byte[]> pages =
        Map.of("/words.html", words, "/every", every, "/empty.txt", new byte[0], "/large", large);
    HttpHost web = HttpHost.serve(server, pages, addresses, trace);
    for (String path : List.of("/words.html", "/every", "/empty.txt", "/large")) {
      web.get(path).isHttp11().hasPage(pages.get(path));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The path is the part of the target before the first ?. The rest, which is called"
        + " the query, is ignored.",
    "A target may also begin with the host",
    "The path is compared with the keys of pages exactly as it was sent.",
    "A 200 has a Content-Type, which depends on the path"
  })
  @Hint(
      "Remove the host and the query from the target, and change nothing else. The path"
          + " alone decides the Content-Type.")
  void finds_the_page_and_its_type_by_the_path(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    for (String target : List.of("/", "/?page=/notes.txt", "http://www.example.org")) {
      web.get(target).hasPage(HOME).hasType(HTML);
    }
    for (String target : List.of("/about.html", "http://www.example.org:8080/about.html?a=b.txt")) {
      web.get(target).hasPage(ABOUT).hasType(HTML);
    }
    for (String target : List.of("/notes.txt", "/notes.txt?", "/notes.txt?a=/b.html?c")) {
      web.get(target).hasPage(NOTES).hasType(TEXT);
    }
    web.get("/a%20page").hasPage(SPACED).hasType(BYTES);
    web.get("/txt?/").hasPage(NOTES).hasType(BYTES);
    for (String other :
        List.of(
            "/Notes.txt", "/notes", "/notes.txt/", "/%6Eotes.txt", "//notes.txt", "/a/../txt")) {
      web.get(other).hasStatus(404);
    }
  }

  @Test
  @Points(1)
  @Clause(
      "The response to HEAD is the same as to GET, with the same Content-Length, but no body"
          + " follows it, whatever the status is.")
  @Hint(
      "No body may follow the fields here, whatever the status is. The client would read it"
          + " as the next response.")
  void sends_no_body_after_head(@Subject WebServer server, AddressPlan addresses, PacketTrace trace)
      throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    try (HttpConnection known = web.connect(1);
        HttpConnection another = web.connect(2);
        HttpConnection unknown = web.connect(3)) {
      known.askHeadAndFinish(request("HEAD", "/about.html")).announcesPage(ABOUT).hasType(HTML);
      another.askHeadAndFinish(request("HEAD", "/notes.txt")).announcesPage(NOTES).hasType(TEXT);
      unknown.askHeadAndFinish(request("HEAD", "/nowhere")).hasStatus(404);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "404 for GET or HEAD of any other path.",
    "405 for any other method, whether the path is known or not, with a field Allow: GET, HEAD.",
    "After 200, 404 and 405 the connection stays open, and the next request may come."
  })
  @Hint(
      "These responses are like any other: they have a Content-Length, and the connection"
          + " stays open for the next request.")
  void stays_open_after_404_and_405(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    try (HttpConnection client = web.connect(1)) {
      client.get("/notes.txt").hasPage(NOTES);
      client.get("/nowhere").hasStatus(404);
      client.get("/").hasPage(HOME);
      client.ask(request("DELETE", "/notes.txt")).allowsOnly("GET", "HEAD");
      client.ask(request("PATCH", "/nowhere")).allowsOnly("GET", "HEAD");
      client.ask(request("get", "/notes.txt")).allowsOnly("GET", "HEAD");
      String fields = "X-Many: and many more\r\n".repeat(300);
      client.ask(request("GET", "/notes.txt", fields)).hasPage(NOTES);
      client.ask(request("GET", "/about.html", fields)).hasPage(ABOUT);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "Only a request with a field Content-Length has a body. The field says how many"
        + " bytes after the empty line belong to the body.",
    "The body is skipped: nothing in it is a request, whatever the method is.",
    "It must not read the body as requests."
  })
  @Hint(
      "After the empty line, skip as many bytes as Content-Length says, even if they look"
          + " like a request.")
  void skips_bodies(@Subject WebServer server, AddressPlan addresses, PacketTrace trace)
      throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    String trap = request("GET", "/nowhere");
    try (HttpConnection client = web.connect(1)) {
      client.send(post(trap) + request("GET", "/notes.txt"));
      client.response().hasStatus(405);
      client.response().hasPage(NOTES);
      String length = "Content-Length:" + trap.length() + "\r\n";
      client.send(request("GET", "/about.html", length) + trap + request("GET", "/"));
      client.response().hasPage(ABOUT);
      client.response().hasPage(HOME);
      String halves = post("x".repeat(30_000) + trap);
      client.send(halves.substring(0, halves.length() - 50));
      client.send(halves.substring(halves.length() - 50));
      client.response().hasStatus(405);
      client.send(post("") + request("GET", "/notes.txt"));
      client.response().hasStatus(405);
      client.response().hasPage(NOTES);
    }
    String chunked =
        request("POST", "/notes.txt", "Transfer-Encoding: chunked\r\n")
            + Integer.toHexString(trap.length())
            + "\r\n"
            + trap
            + "\r\n0\r\n\r\n";
    try (HttpConnection client = web.connect(2)) {
      client.askAndFinish(chunked).isError();
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "A request may come in many pieces, even byte by byte, and many requests may come"
        + " in one piece.",
    "All requests of a connection are answered, in the order in which they came. The"
        + " client may wait for each answer before it sends the next request, but it need"
        + " not.",
    "A client may be silent for 10 seconds, between requests or in the middle of one,"
        + " and the connection stays open."
  })
  @Hint(
      "One read is not one request. Look for the empty line, and keep the bytes after it"
          + " for the next request.")
  void answers_requests_however_the_stream_is_cut(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    try (HttpConnection client = web.connect(1)) {
      client.send(
          request("GET", "/notes.txt")
              + request("HEAD", "/about.html")
              + request("GET", "/")
              + request("GET", "/nowhere")
              + request("GET", "/about.html"));
      client.response().hasPage(NOTES);
      client.responseToHead().announcesPage(ABOUT);
      client.response().hasPage(HOME);
      client.response().hasStatus(404);
      client.response().hasPage(ABOUT);
      client.peer().sendByteByByte(request("GET", "/notes.txt").getBytes(ISO_8859_1));
      client.response().hasPage(NOTES);
    }
    String whole = request("GET", "/about.html");
    int[] cuts = {
      2, whole.indexOf("\r\n") + 1, whole.indexOf("example"), whole.length() - 2, whole.length() - 1
    };
    List<HttpConnection> clients = new ArrayList<>();
    try {
      for (int cut : cuts) {
        HttpConnection client = web.connect(2);
        clients.add(client);
        client.send(whole.substring(0, cut));
      }
      // Long enough for the server to read the piece, and to answer it if it were a request.
      clients.get(0).peer().expectSilence(SILENCE_MILLIS);
      for (int i = 0; i < cuts.length; i++) {
        clients.get(i).send(whole.substring(cuts[i]) + whole.substring(0, cuts[i]));
        clients.get(i).response().hasPage(ABOUT);
        clients.get(i).send(whole.substring(cuts[i]));
        clients.get(i).response().hasPage(ABOUT);
      }
    } finally {
      for (HttpConnection client : clients) {
        client.close();
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "the request line does not have three words, or the third word is not a version",
    "a field line has no colon, no name, or white space before the colon",
    "the value of Content-Length is not a number in digits from 0 to 9.",
    "After 400, 431 and 505 the server closes it"
  })
  @Hint(
      "Check each line for all its parts. After 400 nobody knows where the next request"
          + " begins, so close.")
  void refuses_what_is_no_request(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    String host = "\r\nHost: a\r\n";
    for (String bad :
        List.of(
            "HELLO" + host,
            "GET /notes.txt" + host,
            "GET /notes.txt now HTTP/1.1" + host,
            "GET /notes.txt HTTP/one" + host,
            "GET /notes.txt HTTP/1" + host,
            "GET /notes.txt FTP/1.1" + host,
            "GET /notes.txt HTTP/1.1" + host + "Accept : text/plain\r\n",
            "GET /notes.txt HTTP/1.1" + host + "Accept\t: text/plain\r\n",
            "GET /notes.txt HTTP/1.1" + host + "Accept\r\n",
            "GET /notes.txt HTTP/1.1" + host + ": text/plain\r\n",
            "GET /notes.txt HTTP/1.1" + host + "Content-Length: ten\r\n",
            "GET /notes.txt HTTP/1.1" + host + "Content-Length: -1\r\n",
            "GET /notes.txt HTTP/1.1" + host + "Content-Length: +1\r\n")) {
      try (HttpConnection client = web.connect(1)) {
        client.askLast(bad + "\r\n" + request("GET", "/notes.txt")).hasStatus(400);
      }
    }
    try (HttpConnection client = web.connect(2)) {
      client
          .ask("GET /notes.txt HTTP/1.1\r\nHost:a\r\nAccept:  a : b \t\r\nX-1_~:\r\n\r\n")
          .hasPage(NOTES);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "400 for a request in HTTP/1.1 without a field Host, or with two of them.",
    "A request in HTTP/1.0 needs no Host.",
    "Upper and lower case of a name mean the same: host is Host."
  })
  @Hint(
      "Count the fields named Host in upper and lower case. HTTP/1.1 needs exactly one of"
          + " them, HTTP/1.0 needs none.")
  void wants_one_host_in_http_1_1(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    for (String fields :
        List.of(
            "Accept: text/plain\r\n",
            "",
            "X-Host: a\r\nAccept: Host: a\r\n",
            "Host: a\r\nHost: b\r\n",
            "Host: a\r\nAccept: text/plain\r\nhost: a\r\n")) {
      try (HttpConnection client = web.connect(1)) {
        client.askLast("GET /notes.txt HTTP/1.1\r\n" + fields + "\r\n").hasStatus(400);
      }
    }
    for (String head :
        List.of(
            "HTTP/1.0\r\n",
            "HTTP/1.0\r\nAccept: text/plain\r\n",
            "HTTP/1.1\r\nHOST: a\r\n",
            "HTTP/1.1\r\nX-Host: a\r\nhOsT:nobody.example\r\n")) {
      try (HttpConnection client = web.connect(2)) {
        client.ask("GET /notes.txt " + head + "\r\n").hasPage(NOTES);
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "431 when the request line and the field lines together have more than 8 KiB.",
    "The server does not wait for the end of these lines, which may never come.",
    "After 400, 431 and 505 the server closes it"
  })
  @Hint(
      "Count every byte up to the empty line while you read, and answer as soon as there"
          + " are too many. The body does not count.")
  void refuses_fields_without_end(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    String long7 = "X-Long: " + "a".repeat(7_000) + "\r\n";
    String many7 = "X-Many: and many more\r\n".repeat(300);
    for (String fits :
        List.of(
            request("GET", "/nowhere", long7),
            request("GET", "/nowhere", many7),
            request("GET", "/" + "a".repeat(7_000)))) {
      try (HttpConnection client = web.connect(1)) {
        client.ask(fits).hasStatus(404);
      }
    }
    try (HttpConnection client = web.connect(1)) {
      client.ask(post("b".repeat(20_000))).hasStatus(405);
    }
    String many16 = "X-Many: and many more\r\n".repeat(800);
    for (String tooLong :
        List.of(
            request("GET", "/notes.txt", "X-Long: " + "a".repeat(17_000) + "\r\n"),
            request("GET", "/notes.txt", many16),
            request("GET", "/" + "a".repeat(17_000)),
            "GET /notes.txt HTTP/1.1\r\nHost: a\r\n" + many16,
            "GET /notes.txt HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(17_000))) {
      try (HttpConnection client = web.connect(2)) {
        client.askLast(tooLong).hasStatus(431);
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "505 when the first digit of the version is not 1, as in HTTP/2.0.",
    "After the response to a request in HTTP/1.0 the server closes the connection. It"
        + " also does so after the response to a request whose field Connection contains the"
        + " word close.",
    "The words of this field are separated by commas, and upper and lower case mean the" + " same."
  })
  @Hint(
      "Close after HTTP/1.0, after another major version, and when close is one of the"
          + " words in Connection. Otherwise stay open.")
  void closes_when_it_is_asked_to(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    try (HttpConnection client = web.connect(1)) {
      client.ask(request("GET", "/notes.txt", "Connection: keep-alive\r\n")).hasPage(NOTES);
      client.ask(request("GET", "/", "Connection: x-closed, disclose\r\n")).hasPage(HOME);
      client.ask(request("GET", "/", "X-Connection: close\r\n")).hasPage(HOME);
      client.askLast(request("GET", "/about.html", "Connection: close\r\n")).hasPage(ABOUT);
    }
    for (String field : List.of("Connection:Close", "Connection: TE,  CLOSE ,x")) {
      try (HttpConnection client = web.connect(2)) {
        client.askLast(request("GET", "/notes.txt", field + "\r\n")).hasPage(NOTES);
      }
    }
    try (HttpConnection absent = web.connect(3);
        HttpConnection old = web.connect(4)) {
      absent.askLast(request("GET", "/nowhere", "Connection: close\r\n")).hasStatus(404);
      old.askLast("GET /about.html HTTP/1.0\r\nHost: a\r\n\r\n").hasPage(ABOUT);
    }
    for (String version : List.of("HTTP/2.0", "HTTP/3.1")) {
      try (HttpConnection client = web.connect(5)) {
        client.askLast("GET /notes.txt " + version + "\r\nHost: a\r\n\r\n").hasStatus(505);
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "To close is to send FIN after the last byte of the response, and no reset.",
    "The client gets the whole response and then FIN, even if it is still sending. The"
        + " server goes on reading what comes, throws it away, and closes its socket when the"
        + " client's FIN has come."
  })
  @Hint(
      "A socket that is closed while bytes are unread sends a reset. Send FIN first, and"
          + " read until the client's FIN.")
  void sees_clients_off_that_are_still_sending(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    byte[] page = large(200_000);
    Map<String, byte[]> pages = Map.of("/page", page);
    HttpHost web = HttpHost.serve(server, pages, addresses, trace);
    byte[] more = large(LARGE);
    try (HttpConnection asks = web.connect(1);
        HttpConnection errs = web.connect(2);
        HttpConnection posts = web.connect(3);
        HttpConnection another = web.connect(4)) {
      // FIN has come, and the client still sends. A socket that is closed would answer with RST.
      asks.askLast(request("GET", "/page", "Connection: close\r\n"), page).hasPage(page);
      asks.peer().send(more);
      errs.askLast("HELLO\r\n\r\n", page).hasStatus(400);
      errs.peer().send(more);
      String fields = "Connection: close\r\nContent-Length: " + page.length + "\r\n";
      posts.askLast(request("POST", "/page", fields), page).hasStatus(405);
      another.get("/page").hasPage(page);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "At least 100 clients are served at the same time.",
    "A client may be silent, send its request slowly, or not read its response. No"
        + " other client has to wait for it.",
    "A connection that fails affects only its own client."
  })
  @Hint(
      "While the server waits for one client, it must serve all others. Look for a wait"
          + " that they share.")
  void serves_a_crowd_at_once(@Subject WebServer server, AddressPlan addresses, PacketTrace trace)
      throws IOException {
    byte[] large = large(LARGE);
    Map<String, byte[]> pages = Map.of("/large", large, "/notes.txt", NOTES);
    HttpHost web = HttpHost.serve(server, pages, addresses, trace);
    String request = request("GET", "/notes.txt");
    List<HttpConnection> crowd = new ArrayList<>();
    try (HttpConnection mute = web.connect(1);
        HttpConnection pensive = web.connect(2);
        HttpConnection lazy = web.connect(3)) {
      pensive.send(request.substring(0, 30));
      lazy.send(request("GET", "/large"));
      for (int i = 3; i < CROWD; i++) {
        HttpConnection client = web.connect(4 + i % 20);
        crowd.add(client);
        client.send(request.substring(0, 10));
        if (i % 10 == 0) {
          web.get("/notes.txt").hasPage(NOTES);
        }
      }
      for (int i = 0; i < crowd.size(); i += 7) {
        crowd.remove(i).peer().reset();
      }
      for (int i = crowd.size() - 1; i >= 0; i--) {
        crowd.get(i).sendAndFinish(request.substring(10));
      }
      for (HttpConnection client : crowd) {
        client.lastResponse().hasPage(NOTES);
      }
      mute.peer().expectSilence(SILENCE_MILLIS);
      mute.get("/notes.txt").hasPage(NOTES);
      pensive.ask(request.substring(30)).hasPage(NOTES);
      lazy.response().hasPage(large);
    } finally {
      for (HttpConnection client : crowd) {
        client.close();
      }
    }
  }

  @Test
  @TimeLimit(FIRST_USE)
  @Points(1)
  @Clause({
    "A browser, curl and java.net.http.HttpClient get what they ask for.",
    "After 200, 404 and 405 the connection stays open, and the next request may come."
  })
  @Hint(
      "Read your response as a client does: its Content-Length must say exactly where it"
          + " ends.")
  void gets_along_with_the_client_of_the_jdk(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws Exception {
    HttpHost web = HttpHost.serve(server, pages(), addresses, trace);
    try (JdkHttpClient client = new JdkHttpClient(web.at(), trace)) {
      client.ask("GET", "/").hasStatus(200).hasBody(HOME);
      client.ask("HEAD", "/about.html").hasStatus(200).hasBody(new byte[0]);
      client.ask("GET", "/nowhere").hasStatus(404);
      client.ask("DELETE", "/notes.txt").hasStatus(405);
      client.ask("GET", "/notes.txt").hasStatus(200).hasBody(NOTES);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "start binds exactly the address and port that it is given.",
    "With port 0 it takes any port that is free.",
    "if the port is taken, or if the address does not belong to this host",
    "if the server has been started or closed before",
    "Within one second after close was called:",
    "Nobody listens at the port any more, and it can be bound again.",
    "Every open connection has been ended, by FIN or by a reset."
  })
  @Hint(
      "start and close follow the same rules as in your echo server. Compare the two" + " classes.")
  void starts_and_closes_like_a_server(
      @Subject WebServer server,
      @Subject WebServer elsewhere,
      @Subject WebServer anywhere,
      @Subject WebServer refused,
      @Subject WebServer unstarted,
      AddressPlan addresses,
      PacketTrace trace)
      throws Exception {
    String another = addresses.host(50).getHostAddress();
    HttpHost web = HttpHost.serve(server, Map.of("/", HOME), addresses, trace);
    int port = web.at().getPort();
    HttpHost there = HttpHost.start(elsewhere, another, port, Map.of("/", ABOUT), addresses, trace);
    HttpHost wild = HttpHost.start(anywhere, "0.0.0.0", 0, Map.of("/", NOTES), addresses, trace);
    assertThatIOException()
        .as("start(\"%s\", %s), a port of another server", LOCAL, port)
        .isThrownBy(() -> refused.start(LOCAL, port, Map.of()));
    assertThatIllegalStateException()
        .as("start of a running server")
        .isThrownBy(() -> server.start(LOCAL, 0, Map.of()));
    assertThatCode(unstarted::close).as("close() before start").doesNotThrowAnyException();
    there.get("/").hasPage(ABOUT);
    wild.get("/").hasPage(NOTES);
    try (HttpConnection mute = web.connect(2);
        HttpConnection idle = web.connect(3)) {
      idle.get("/").hasPage(HOME);
      web.close(server);
      idle.peer().awaitEnd();
      mute.peer().awaitEnd();
    }
    there.get("/").hasPage(ABOUT);
    assertThatExceptionOfType(ConnectException.class)
        .as("connecting after close()")
        .isThrownBy(() -> web.connect(5));
    assertThatCode(server::close).as("a second close()").doesNotThrowAnyException();
    assertThatIllegalStateException()
        .as("start of a closed server")
        .isThrownBy(() -> server.start(LOCAL, 0, Map.of()));
  }

  private static Map<String, byte[]> pages() {
    return Map.of(
        "/", HOME, "/notes.txt", NOTES, "/about.html", ABOUT, "/a%20page", SPACED, "/txt", NOTES);
  }

  /** Returns a POST request with this body. */
  private static String post(String body) {
    return request("POST", "/notes.txt", "Content-Length: " + body.length() + "\r\n") + body;
  }

  /** Returns ASCII letters in which a piece at a wrong place shows. No buffer has this period. */
  private static byte[] large(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < Math.min(PERIOD, length); i++) {
      bytes[i] = (byte) ('a' + (i + i / 26 + i / 676) % 26);
    }
    for (int i = PERIOD; i < length; i += PERIOD) {
      System.arraycopy(bytes, 0, bytes, i, Math.min(PERIOD, length - i));
    }
    return bytes;
  }
}
