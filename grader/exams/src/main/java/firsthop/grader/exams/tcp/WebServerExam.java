package firsthop.grader.exams.tcp;

import static firsthop.grader.exams.tcp.HttpTalk.request;
import static firsthop.grader.exams.tcp.WebHost.LOCAL;
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
 * Where a test is not about connections that stay open, each request has one of its own: who closes
 * too soon, or too late, loses what is about that and no more. The witness is the JDK's client; all
 * that it would never do is done by sockets of our own.
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

  /** Larger than what two hosts hold for who does not read: Linux stops at 4 MiB. */
  private static final int LARGE = 5 << 20;

  /** After so many bytes large pages repeat. */
  private static final int PERIOD = 8_191;

  /** As many as the contract has at once. */
  private static final int CROWD = 100;

  /** Longer than a server needs to have read what has come, and than impatient ones wait. */
  private static final int SILENCE_MILLIS = 250;

  /** Milliseconds for the JDK's client, which loads half of the JDK when it is used first. */
  private static final int FIRST_USE = 10_000;

  @Test
  @Points(1)
  @Clause({
    "The body of a 200 is the page, byte for byte.",
    "Every response has a Content-Length: the number of bytes of its body. Bytes are not"
        + " characters"
  })
  @Hint("A page is bytes, from the map to the socket. What is lost on a way through a String?")
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
    WebHost web = WebHost.serve(server, pages, addresses, trace);
    for (String path : List.of("/words.html", "/every", "/empty.txt", "/large")) {
      web.once(path).isNew().brings(pages.get(path));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The path is the target up to the first ?; what follows, the query, is ignored.",
    "A target may also have the host in front",
    "The path is compared with the keys of pages as it was sent.",
    "A 200 has a Content-Type, by its path"
  })
  @Hint("Take host and query off the target, and leave what remains as it is; it names the type.")
  void finds_the_page_and_its_type_by_the_path(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    for (String target : List.of("/", "/?page=/notes.txt", "http://www.example.org")) {
      web.once(target).brings(HOME).hasType(HTML);
    }
    for (String target : List.of("/about.html", "http://www.example.org:8080/about.html?a=b.txt")) {
      web.once(target).brings(ABOUT).hasType(HTML);
    }
    for (String target : List.of("/notes.txt", "/notes.txt?", "/notes.txt?a=/b.html?c")) {
      web.once(target).brings(NOTES).hasType(TEXT);
    }
    web.once("/a%20page").brings(SPACED).hasType(BYTES);
    web.once("/txt?/").brings(NOTES).hasType(BYTES);
    for (String other :
        List.of(
            "/Notes.txt", "/notes", "/notes.txt/", "/%6Eotes.txt", "//notes.txt", "/a/../txt")) {
      web.once(other).is(404);
    }
  }

  @Test
  @Points(1)
  @Clause(
      "The response to HEAD is the same as to GET, with the same Content-Length, but no body"
          + " follows it, whatever the status is.")
  @Hint("What is sent to a client that expects no body? It takes it for the next response.")
  void sends_no_body_after_head(@Subject WebServer server, AddressPlan addresses, PacketTrace trace)
      throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    try (HttpTalk known = web.talk(1);
        HttpTalk another = web.talk(2);
        HttpTalk unknown = web.talk(3)) {
      known.askHeadAndFinish(request("HEAD", "/about.html")).tellsOf(ABOUT).hasType(HTML);
      another.askHeadAndFinish(request("HEAD", "/notes.txt")).tellsOf(NOTES).hasType(TEXT);
      unknown.askHeadAndFinish(request("HEAD", "/nowhere")).is(404);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "404 for GET or HEAD of any other path.",
    "405 for any other method, whether the path is known or not, with a field Allow: GET, HEAD.",
    "After 200, 404 and 405 the connection stays open, and the next request may come."
  })
  @Hint("To say no is an answer like any other: it says how long it is, and the talk goes on.")
  void stays_open_after_404_and_405(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    try (HttpTalk talk = web.talk(1)) {
      talk.get("/notes.txt").brings(NOTES);
      talk.get("/nowhere").is(404);
      talk.get("/").brings(HOME);
      talk.ask(request("DELETE", "/notes.txt")).allowsOnly("GET", "HEAD");
      talk.ask(request("PATCH", "/nowhere")).allowsOnly("GET", "HEAD");
      talk.ask(request("get", "/notes.txt")).allowsOnly("GET", "HEAD");
      String fields = "X-Many: and many more\r\n".repeat(300);
      talk.ask(request("GET", "/notes.txt", fields)).brings(NOTES);
      talk.ask(request("GET", "/about.html", fields)).brings(ABOUT);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "Only a request with a field Content-Length has a body: so many bytes after the empty line.",
    "The body is skipped: nothing in it is a request, whatever the method is.",
    "It must not take the body for requests."
  })
  @Hint("Behind the empty line may be as many bytes as the fields say, whatever they look like.")
  void skips_bodies(@Subject WebServer server, AddressPlan addresses, PacketTrace trace)
      throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    String trap = request("GET", "/nowhere");
    try (HttpTalk talk = web.talk(1)) {
      talk.send(post(trap) + request("GET", "/notes.txt"));
      talk.answer().is(405);
      talk.answer().brings(NOTES);
      String length = "Content-Length:" + trap.length() + "\r\n";
      talk.send(request("GET", "/about.html", length) + trap + request("GET", "/"));
      talk.answer().brings(ABOUT);
      talk.answer().brings(HOME);
      String halves = post("x".repeat(30_000) + trap);
      talk.send(halves.substring(0, halves.length() - 50));
      talk.send(halves.substring(halves.length() - 50));
      talk.answer().is(405);
      talk.send(post("") + request("GET", "/notes.txt"));
      talk.answer().is(405);
      talk.answer().brings(NOTES);
    }
    String chunked =
        request("POST", "/notes.txt", "Transfer-Encoding: chunked\r\n")
            + Integer.toHexString(trap.length())
            + "\r\n"
            + trap
            + "\r\n0\r\n\r\n";
    try (HttpTalk talk = web.talk(2)) {
      talk.askAndFinish(chunked).isError();
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause({
    "A request may come in many pieces, even byte by byte, and many requests may come in one piece.",
    "All on a connection are answered, in the order in which they came, whether or not the client"
        + " waits for one answer before it sends the next request.",
    "A client may be silent for 10 seconds, between requests or in the midst of one, and the"
        + " connection stays open."
  })
  @Hint("One read is not one request: look for the empty line, and keep what is behind it.")
  void answers_requests_however_the_stream_is_cut(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    try (HttpTalk talk = web.talk(1)) {
      talk.send(
          request("GET", "/notes.txt")
              + request("HEAD", "/about.html")
              + request("GET", "/")
              + request("GET", "/nowhere")
              + request("GET", "/about.html"));
      talk.answer().brings(NOTES);
      talk.answerToHead().tellsOf(ABOUT);
      talk.answer().brings(HOME);
      talk.answer().is(404);
      talk.answer().brings(ABOUT);
      talk.peer().sendByteByByte(request("GET", "/notes.txt").getBytes(ISO_8859_1));
      talk.answer().brings(NOTES);
    }
    String whole = request("GET", "/about.html");
    int[] cuts = {
      2, whole.indexOf("\r\n") + 1, whole.indexOf("example"), whole.length() - 2, whole.length() - 1
    };
    List<HttpTalk> talks = new ArrayList<>();
    try {
      for (int cut : cuts) {
        HttpTalk talk = web.talk(2);
        talks.add(talk);
        talk.send(whole.substring(0, cut));
      }
      // Long enough for the server to have read what has come, and to have answered if it were one.
      talks.get(0).peer().expectSilence(SILENCE_MILLIS);
      for (int i = 0; i < cuts.length; i++) {
        talks.get(i).send(whole.substring(cuts[i]) + whole.substring(0, cuts[i]));
        talks.get(i).answer().brings(ABOUT);
        talks.get(i).send(whole.substring(cuts[i]));
        talks.get(i).answer().brings(ABOUT);
      }
    } finally {
      for (HttpTalk talk : talks) {
        talk.close();
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "the request line doesn't have three words, or the third is no version",
    "a field line has no colon, no name, or white space before the colon",
    "the value of Content-Length is not a number in digits from 0 to 9.",
    "After 400, 431 and 505 the server closes it"
  })
  @Hint("What cannot be read cannot be skipped either: answer it, and answer nothing after it.")
  void refuses_what_is_no_request(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
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
      try (HttpTalk talk = web.talk(1)) {
        talk.askLast(bad + "\r\n" + request("GET", "/notes.txt")).is(400);
      }
    }
    try (HttpTalk talk = web.talk(2)) {
      talk.ask("GET /notes.txt HTTP/1.1\r\nHost:a\r\nAccept:  a : b \t\r\nX-1_~:\r\n\r\n")
          .brings(NOTES);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "400 for a request in HTTP/1.1 without a field Host, or with two of them.",
    "HTTP/1.0 needs none.",
    "The name is compared without regard to case: host is Host."
  })
  @Hint("Count the fields of that name, in any spelling; the version says how many there must be.")
  void wants_one_host_in_http_1_1(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    for (String fields :
        List.of(
            "Accept: text/plain\r\n",
            "",
            "X-Host: a\r\nAccept: Host: a\r\n",
            "Host: a\r\nHost: b\r\n",
            "Host: a\r\nAccept: text/plain\r\nhost: a\r\n")) {
      try (HttpTalk talk = web.talk(1)) {
        talk.askLast("GET /notes.txt HTTP/1.1\r\n" + fields + "\r\n").is(400);
      }
    }
    for (String head :
        List.of(
            "HTTP/1.0\r\n",
            "HTTP/1.0\r\nAccept: text/plain\r\n",
            "HTTP/1.1\r\nHOST: a\r\n",
            "HTTP/1.1\r\nX-Host: a\r\nhOsT:nobody.example\r\n")) {
      try (HttpTalk talk = web.talk(2)) {
        talk.ask("GET /notes.txt " + head + "\r\n").brings(NOTES);
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "431 when the request line and the field lines together have more than 8 KiB.",
    "The answer doesn't wait for their end, which may never come.",
    "After 400, 431 and 505 the server closes it"
  })
  @Hint("Count every byte up to the empty line, as it comes, and none behind it.")
  void refuses_fields_without_end(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    String long7 = "X-Long: " + "a".repeat(7_000) + "\r\n";
    String many7 = "X-Many: and many more\r\n".repeat(300);
    for (String fits :
        List.of(
            request("GET", "/nowhere", long7),
            request("GET", "/nowhere", many7),
            request("GET", "/" + "a".repeat(7_000)))) {
      try (HttpTalk talk = web.talk(1)) {
        talk.ask(fits).is(404);
      }
    }
    try (HttpTalk talk = web.talk(1)) {
      talk.ask(post("b".repeat(20_000))).is(405);
    }
    String many16 = "X-Many: and many more\r\n".repeat(800);
    for (String tooLong :
        List.of(
            request("GET", "/notes.txt", "X-Long: " + "a".repeat(17_000) + "\r\n"),
            request("GET", "/notes.txt", many16),
            request("GET", "/" + "a".repeat(17_000)),
            "GET /notes.txt HTTP/1.1\r\nHost: a\r\n" + many16,
            "GET /notes.txt HTTP/1.1\r\nHost: a\r\nX-Long: " + "a".repeat(17_000))) {
      try (HttpTalk talk = web.talk(2)) {
        talk.askLast(tooLong).is(431);
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "505 when the first digit of the version is not 1, as in HTTP/2.0.",
    "After the response to a request in HTTP/1.0 the server closes it, and so it does when close is"
        + " among the words of the field Connection.",
    "They are separated by commas, and case doesn't count."
  })
  @Hint("A client that says it is done waits for FIN; one that has not said so may ask again.")
  void closes_when_it_is_asked_to(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    try (HttpTalk talk = web.talk(1)) {
      talk.ask(request("GET", "/notes.txt", "Connection: keep-alive\r\n")).brings(NOTES);
      talk.ask(request("GET", "/", "Connection: x-closed, disclose\r\n")).brings(HOME);
      talk.ask(request("GET", "/", "X-Connection: close\r\n")).brings(HOME);
      talk.askLast(request("GET", "/about.html", "Connection: close\r\n")).brings(ABOUT);
    }
    for (String field : List.of("Connection:Close", "Connection: TE,  CLOSE ,x")) {
      try (HttpTalk talk = web.talk(2)) {
        talk.askLast(request("GET", "/notes.txt", field + "\r\n")).brings(NOTES);
      }
    }
    try (HttpTalk absent = web.talk(3);
        HttpTalk old = web.talk(4)) {
      absent.askLast(request("GET", "/nowhere", "Connection: close\r\n")).is(404);
      old.askLast("GET /about.html HTTP/1.0\r\nHost: a\r\n\r\n").brings(ABOUT);
    }
    for (String version : List.of("HTTP/2.0", "HTTP/3.1")) {
      try (HttpTalk talk = web.talk(5)) {
        talk.askLast("GET /notes.txt " + version + "\r\nHost: a\r\n\r\n").is(505);
      }
    }
  }

  @Test
  @Points(1)
  @Clause({
    "To close is to send FIN after the last byte of the response, and no reset.",
    "The client gets the whole response and then FIN even if it is still sending: the server goes on"
        + " reading what comes, throws it away, and closes its socket when the client's FIN has come."
  })
  @Hint("What happens to a socket that is closed while there is still something to read in it?")
  void sees_clients_off_that_are_still_sending(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws IOException {
    byte[] page = large(200_000);
    Map<String, byte[]> pages = Map.of("/page", page);
    WebHost web = WebHost.serve(server, pages, addresses, trace);
    byte[] more = large(LARGE);
    try (HttpTalk asks = web.talk(1);
        HttpTalk errs = web.talk(2);
        HttpTalk posts = web.talk(3);
        HttpTalk another = web.talk(4)) {
      // FIN comes, and not everything is said yet; a socket that is closed would answer by RST.
      asks.askLast(request("GET", "/page", "Connection: close\r\n"), page).brings(page);
      asks.peer().send(more);
      errs.askLast("HELLO\r\n\r\n", page).is(400);
      errs.peer().send(more);
      String fields = "Connection: close\r\nContent-Length: " + page.length + "\r\n";
      posts.askLast(request("POST", "/page", fields), page).is(405);
      another.get("/page").brings(page);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "At least 100 clients are served at once.",
    "A client that is silent, or sends its request slowly, or doesn't read its response, holds up"
        + " no other.",
    "A connection that fails costs its own client only."
  })
  @Hint("Whoever has a client to wait for must be able to wait without keeping all the others.")
  void serves_a_crowd_at_once(@Subject WebServer server, AddressPlan addresses, PacketTrace trace)
      throws IOException {
    byte[] large = large(LARGE);
    Map<String, byte[]> pages = Map.of("/large", large, "/notes.txt", NOTES);
    WebHost web = WebHost.serve(server, pages, addresses, trace);
    String request = request("GET", "/notes.txt");
    List<HttpTalk> crowd = new ArrayList<>();
    try (HttpTalk mute = web.talk(1);
        HttpTalk pensive = web.talk(2);
        HttpTalk lazy = web.talk(3)) {
      pensive.send(request.substring(0, 30));
      lazy.send(request("GET", "/large"));
      for (int i = 3; i < CROWD; i++) {
        HttpTalk talk = web.talk(4 + i % 20);
        crowd.add(talk);
        talk.send(request.substring(0, 10));
        if (i % 10 == 0) {
          web.once("/notes.txt").brings(NOTES);
        }
      }
      for (int i = 0; i < crowd.size(); i += 7) {
        crowd.remove(i).peer().reset();
      }
      for (int i = crowd.size() - 1; i >= 0; i--) {
        crowd.get(i).sendAndFinish(request.substring(10));
      }
      for (HttpTalk talk : crowd) {
        talk.lastAnswer().brings(NOTES);
      }
      mute.peer().expectSilence(SILENCE_MILLIS);
      mute.get("/notes.txt").brings(NOTES);
      pensive.ask(request.substring(30)).brings(NOTES);
      lazy.answer().brings(large);
    } finally {
      for (HttpTalk talk : crowd) {
        talk.close();
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
  @Hint("Read a response of yours with the eyes of a client: where does it end, by its own words?")
  void gets_along_with_the_client_of_the_jdk(
      @Subject WebServer server, AddressPlan addresses, PacketTrace trace) throws Exception {
    WebHost web = WebHost.serve(server, pages(), addresses, trace);
    try (JdkClient client = new JdkClient(web.at(), trace)) {
      client.ask("GET", "/").is(200).brings(HOME);
      client.ask("HEAD", "/about.html").is(200).brings(new byte[0]);
      client.ask("GET", "/nowhere").is(404);
      client.ask("DELETE", "/notes.txt").is(405);
      client.ask("GET", "/notes.txt").is(200).brings(NOTES);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "start binds exactly the address and port that it is given.",
    "With port 0 it takes any port that is free.",
    "if the port is taken, or the address is none of this host's",
    "if the server has been started before, or closed",
    "Within a second after close was called nobody listens at the port any more and it can be bound"
        + " again, every open connection has been ended, by FIN or by a reset"
  })
  @Hint("It starts and ends like any server, whatever it serves: look at your echo server.")
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
    WebHost web = WebHost.serve(server, Map.of("/", HOME), addresses, trace);
    int port = web.at().getPort();
    WebHost there = WebHost.start(elsewhere, another, port, Map.of("/", ABOUT), addresses, trace);
    WebHost wild = WebHost.start(anywhere, "0.0.0.0", 0, Map.of("/", NOTES), addresses, trace);
    assertThatIOException()
        .as("start(\"%s\", %s), a port held by another server", LOCAL, port)
        .isThrownBy(() -> refused.start(LOCAL, port, Map.of()));
    assertThatIllegalStateException()
        .as("start of a server that serves")
        .isThrownBy(() -> server.start(LOCAL, 0, Map.of()));
    assertThatCode(unstarted::close).as("close() before start").doesNotThrowAnyException();
    there.once("/").brings(ABOUT);
    wild.once("/").brings(NOTES);
    try (HttpTalk mute = web.talk(2);
        HttpTalk idle = web.talk(3)) {
      idle.get("/").brings(HOME);
      web.close(server);
      idle.peer().awaitEnd();
      mute.peer().awaitEnd();
    }
    there.once("/").brings(ABOUT);
    assertThatExceptionOfType(ConnectException.class)
        .as("connecting after close()")
        .isThrownBy(() -> web.talk(5));
    assertThatCode(server::close).as("close() again").doesNotThrowAnyException();
    assertThatIllegalStateException()
        .as("start of a server that was closed")
        .isThrownBy(() -> server.start(LOCAL, 0, Map.of()));
  }

  private static Map<String, byte[]> pages() {
    return Map.of(
        "/", HOME, "/notes.txt", NOTES, "/about.html", ABOUT, "/a%20page", SPACED, "/txt", NOTES);
  }

  /** Return a POST with this body. */
  private static String post(String body) {
    return request("POST", "/notes.txt", "Content-Length: " + body.length() + "\r\n") + body;
  }

  /** Return bytes of ASCII, so that a piece out of place is seen: no buffer has so odd a size. */
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
