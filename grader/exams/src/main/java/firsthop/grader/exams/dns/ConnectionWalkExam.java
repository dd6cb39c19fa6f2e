package firsthop.grader.exams.dns;

import static firsthop.grader.exams.dns.WalkTestbed.PATIENT_MILLIS;
import static firsthop.grader.exams.dns.WalkTestbed.SHORT_MILLIS;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_FAR;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_HOST;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_SHOP_1;
import static firsthop.grader.exams.dns.internet.PlannedNameServer.WWW_SHOP_2;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.dns.ConnectionWalk;
import firsthop.dns.NameNotFoundException;
import firsthop.dns.WalkReport;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.SideBySide;
import firsthop.grader.exam.Subject;
import firsthop.grader.exams.dns.internet.PlannedNameServer;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.network.Aside;
import firsthop.grader.network.Ladder;
import firsthop.grader.network.TcpEnd;
import firsthop.grader.network.TcpPeer;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The reports are believed in nothing: each is compared with what the servers saw. */
@Exam(ConnectionWalk.class)
class ConnectionWalkExam {
  private static final String HELLO = page("200 OK", "hello");
  private static final String GOODBYE = page("200 OK", "goodbye, and thank you");

  @Test
  @Points(1)
  @Clause({
    "A name's A records are found as IterativeResolver finds them.",
    "the address of the name server for each query that was sent, in order"
  })
  @Hint("Each query has to be written down where it is sent, whatever it was sent for.")
  void reports_every_name_server_that_was_asked(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed = WalkTestbed.fromZoneFiles(addresses, ladder, Map.of());
        ScriptedWebServer shop = testbed.webServer(WWW_SHOP_1);
        ScriptedWebServer far = testbed.webServer(WWW_FAR)) {
      shop.answer(HELLO);
      WalkReport first = testbed.walk(walk, testbed.url("www.shop.example", "/"), PATIENT_MILLIS);
      List<String> asked = testbed.serversAsked();
      assertThat(first.serversAsked()).as("on the way to www.shop.example").isEqualTo(asked);
      assertThat(first.addresses())
          .as("addresses of www.shop.example")
          .containsExactly(testbed.address(WWW_SHOP_1), testbed.address(WWW_SHOP_2));
      assertPage(first, 200, "hello");
      far.answer(GOODBYE);
      WalkReport second = testbed.walk(walk, testbed.url("www.far.example", "/"), PATIENT_MILLIS);
      List<String> both = testbed.serversAsked();
      assertThat(second.serversAsked())
          .as("on the way to www.far.example")
          .isEqualTo(both.subList(asked.size(), both.size()));
      assertThat(second.addresses()).containsExactly(testbed.address(WWW_FAR));
      assertPage(second, 200, "goodbye, and thank you");
    }
  }

  @Test
  @SideBySide
  @Points(1)
  @Clause("those without an answer and those over TCP among them")
  @Hint("A query that nobody answers was sent all the same, and so was one over TCP.")
  void reports_queries_without_an_answer_and_over_tcp(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    ServerBehaviour shy = server("ns.host.test").honestBehaviour(addresses).overTcpOnly();
    try (WalkTestbed testbed =
            WalkTestbed.fromZoneFiles(
                addresses,
                ladder,
                Map.of(
                    PlannedNameServer.ROOT_A,
                    ServerBehaviour.silent(),
                    PlannedNameServer.HOST,
                    shy));
        ScriptedWebServer web = testbed.webServer(WWW_HOST)) {
      web.answer(HELLO);
      WalkReport report = testbed.walk(walk, testbed.url("www.host.test", "/"), SHORT_MILLIS);
      assertThat(report.serversAsked())
          .isEqualTo(testbed.serversAsked())
          .containsExactly(
              testbed.address(PlannedNameServer.ROOT_A),
              testbed.address(PlannedNameServer.ROOT_B),
              testbed.address(PlannedNameServer.TEST),
              testbed.address(PlannedNameServer.HOST),
              testbed.address(PlannedNameServer.HOST));
      assertPage(report, 200, "hello");
    }
  }

  @Test
  @Points(1)
  @Clause("For an IPv4 address nobody is asked.")
  @Hint("An address is no name, though it looks like four labels.")
  void asks_nobody_about_an_address(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, ladder, "web. IN A 192.0.2.81");
        ScriptedWebServer literal = testbed.webServer(80);
        ScriptedWebServer named = testbed.webServer(81)) {
      literal.answer(HELLO);
      String address = testbed.address(80);
      WalkReport report = testbed.walk(walk, testbed.url(address, "/"), PATIENT_MILLIS);
      assertThat(report.addresses()).containsExactly(address);
      assertThat(report.serversAsked()).isEmpty();
      assertThat(testbed.serversAsked()).as("what the name server was asked").isEmpty();
      assertPage(report, 200, "hello");
      named.answer(GOODBYE);
      WalkReport other = testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS);
      assertThat(other.addresses()).containsExactly(testbed.address(81));
      assertThat(other.serversAsked()).containsExactly(testbed.address(PlannedNameServer.ROOT_A));
    }
  }

  @Test
  @Points(1)
  @Clause("the client's socket and the web server's socket, as both sides see them")
  @Hint("Both ends of a connection see the same pair, each from its own side.")
  void reports_the_socket_pair_that_the_server_saw(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses, ladder, "one. IN A 192.0.2.80", "two. IN A 192.0.2.81");
        ScriptedWebServer one = testbed.webServer(80);
        ScriptedWebServer two = testbed.webServer(81)) {
      Aside<ReceivedRequest> first = one.answer(HELLO);
      WalkReport report = testbed.walk(walk, testbed.url("one", "/"), PATIENT_MILLIS);
      assertThat(report.local()).isEqualTo(text(first.result().client()));
      assertThat(report.remote()).isEqualTo(testbed.address(80) + ":" + testbed.webPort());
      Aside<ReceivedRequest> second = two.answer(HELLO);
      WalkReport other = testbed.walk(walk, testbed.url("two", "/"), PATIENT_MILLIS);
      assertThat(other.local()).isEqualTo(text(second.result().client()));
      assertThat(other.remote()).isEqualTo(testbed.address(81) + ":" + testbed.webPort());
    }
  }

  @Test
  @Points(1)
  @Clause({
    "GET, the path with the query, a Host field with the URL's host",
    "The path, or the query, or both may be missing; the path is then /."
  })
  @Hint("One server may have many names: it must be told which one was meant, and at which port.")
  void asks_for_the_path_and_names_the_host(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, ladder, "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      for (Map.Entry<String, String> path :
          List.of(
              Map.entry("/news/today.html?page=2&all", "/news/today.html?page=2&all"),
              Map.entry("", "/"),
              Map.entry("?q=a/b", "/?q=a/b"),
              Map.entry("/a//b/../c%20d", "/a//b/../c%20d"))) {
        Aside<ReceivedRequest> request = web.answer(page("200 OK", path.getKey()));
        assertPage(
            testbed.walk(walk, testbed.url("web", path.getKey()), PATIENT_MILLIS),
            200,
            path.getKey());
        assertThat(request.result().requestLine())
            .as("the request line for a URL that ends in \"%s\"", path.getKey())
            .isEqualTo("GET " + path.getValue() + " HTTP/1.1");
        assertThat(request.result().field("Host")).isEqualTo("web:" + testbed.webPort());
        assertThat(request.result().field("Connection")).isEqualToIgnoringCase("close");
      }
    }
  }

  @Test
  @SideBySide
  @Points(1)
  @Clause("gives no connection within timeoutMillis")
  @Hint("A host that is switched off does not say no; it says nothing.")
  void goes_on_after_an_address_that_is_dead(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed = WalkTestbed.fromZoneFiles(addresses, ladder, Map.of());
        ScriptedWebServer alive = testbed.webServer(WWW_SHOP_2)) {
      testbed.deadWebServer(WWW_SHOP_1);
      Aside<ReceivedRequest> request = alive.answer(HELLO);
      WalkReport report = testbed.walk(walk, testbed.url("www.shop.example", "/"), SHORT_MILLIS);
      assertThat(report.remote()).isEqualTo(testbed.address(WWW_SHOP_2) + ":" + testbed.webPort());
      assertThat(report.local()).isEqualTo(text(request.result().client()));
      assertThat(report.addresses())
          .containsExactly(testbed.address(WWW_SHOP_1), testbed.address(WWW_SHOP_2));
      assertPage(report, 200, "hello");
    }
  }

  @Test
  @SideBySide
  @Points(1)
  @Clause({
    "One that refuses",
    "ends or resets the connection, or is silent for timeoutMillis, before a whole status line has"
        + " come, is followed by the next one."
  })
  @Hint("A connection alone is no answer. There are many ways not to answer.")
  void goes_on_until_an_address_answers(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses,
                ladder,
                "web. IN A 192.0.2.79", // nobody is there
                "web. IN A 192.0.2.80",
                "web. IN A 192.0.2.81",
                "web. IN A 192.0.2.82",
                "web. IN A 192.0.2.83");
        ScriptedWebServer resets = testbed.webServer(80);
        ScriptedWebServer hangsUp = testbed.webServer(81);
        ScriptedWebServer silent = testbed.webServer(82);
        ScriptedWebServer answers = testbed.webServer(83)) {
      Aside<ReceivedRequest> reset = resets.resetAfter("HTTP/1.1 20");
      Aside<ReceivedRequest> hungUp = hangsUp.answer("");
      Aside<TcpPeer> waited = silent.staySilent();
      answers.answer(GOODBYE);
      WalkReport report = testbed.walk(walk, testbed.url("web", "/"), SHORT_MILLIS);
      assertPage(report, 200, "goodbye, and thank you");
      assertThat(report.remote()).isEqualTo(testbed.address(83) + ":" + testbed.webPort());
      // Each of the others was tried before.
      reset.result();
      hungUp.result();
      waited.result();
    }
  }

  @Test
  @Points(1)
  @Clause({
    "if no address could be used, then the last one's",
    "Once a status line has come, no other address is tried."
  })
  @Hint("When does another address help, and when would it only hide what went wrong?")
  void gives_up_when_no_address_answers_or_one_has_begun_to(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses,
                ladder,
                "nobody. IN A 192.0.2.70",
                "nobody. IN A 192.0.2.71",
                "web. IN A 192.0.2.80",
                "web. IN A 192.0.2.81");
        ScriptedWebServer breaksOff = testbed.webServer(80);
        ScriptedWebServer next = testbed.webServer(81)) {
      assertThatIOException()
          .as("nobody listens at any address")
          .isThrownBy(() -> testbed.walk(walk, testbed.url("nobody", "/"), PATIENT_MILLIS));
      breaksOff.answer(page("200 OK", "whole").replace("Length: 5", "Length: 6"));
      assertThatIOException()
          .as("a body of 5 bytes, of which Content-Length says 6")
          .isThrownBy(() -> testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS));
      assertThat(next.hasUnexpectedClient()).as("the second address was tried, too").isFalse();
      breaksOff.answer(page("200 OK", "whole"));
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 200, "whole");
    }
  }

  @Test
  @Points(1)
  @Clause("with Transfer-Encoding: chunked: the chunks put together, without their sizes")
  @Hint("A chunk's size is hexadecimal, and the last one has size 0.")
  void puts_chunks_together(@Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder)
      throws Exception {
    String head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, ladder, "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      web.answer(head + "5\r\nhello\r\n1a\r\n, this is a longer chunk.\n\r\n0\r\n\r\n");
      assertPage(
          testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS),
          200,
          "hello, this is a longer chunk.\n");
      web.answer(head + "3\r\n\r\n0\r\n0\r\n\r\n");
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 200, "\r\n0");
      web.answer(head + "5\r\nhello\r\n5\r\nwo");
      assertThatIOException()
          .as("chunks without an end")
          .isThrownBy(() -> testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "with Content-Length: so many bytes",
    "all that comes until the server ends the connection",
    "A body that ends before it is whole is an IOException"
  })
  @Hint("How a body ends is said in its head; bytes are counted, not characters.")
  void reads_a_body_to_its_end(@Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder)
      throws Exception {
    String every = everyByte().repeat(200);
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, ladder, "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      web.answer(page("200 OK", every));
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 200, every);
      web.answer("HTTP/1.1 200 OK\r\nX-Empty:\r\n\r\n" + every);
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 200, every);
      web.answer("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 201, "");
      web.answer("HTTP/1.1 200 OK\r\nCONTENT-LENGTH: 12\r\n\r\nhello");
      assertThatIOException()
          .as("5 bytes of 12")
          .isThrownBy(() -> testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS));
    }
  }

  @Test
  @Points(1)
  @Clause("Whatever the status is, it is reported; redirects are not followed.")
  @Hint("A page that is elsewhere is a page, too, with a status of its own.")
  void reports_any_status(@Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder)
      throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses, ladder, "web. IN A 192.0.2.80", "next. IN A 192.0.2.81");
        ScriptedWebServer web = testbed.webServer(80);
        ScriptedWebServer next = testbed.webServer(81)) {
      String elsewhere = "302 Found\r\nLocation: " + testbed.url("next", "/");
      for (String status :
          List.of("404 Not Found", elsewhere, "503 Service Unavailable", "200 OK")) {
        web.answer(page(status, "this is " + status));
        assertPage(
            testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS),
            Integer.parseInt(status.substring(0, 3)),
            "this is " + status);
      }
      assertThat(next.hasUnexpectedClient()).as("a redirect was followed").isFalse();
    }
  }

  @Test
  @Points(1)
  @Clause("Connections are closed in good order, by a FIN, when the response has been read.")
  @Hint("What was not read when a socket is closed makes the system reset the connection.")
  void ends_the_connection_by_a_fin(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, ladder, "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      for (String response : List.of(HELLO, page("404 Not Found", everyByte().repeat(400)))) {
        Aside<ReceivedRequest> request = web.answer(response);
        WalkReport report = testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS);
        assertThat(report.body()).isEqualTo(bodyOf(response));
        assertThat(request.result().end()).as("how the client ended it").isEqualTo(TcpEnd.FIN);
      }
    }
  }

  @Test
  @Points(1)
  @Clause("if url is none as above")
  @Hint("What is not understood must not be guessed at, and costs nobody a question.")
  void refuses_what_is_no_such_url(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, ladder, "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      for (String url :
          List.of(
              "https://web/",
              "ftp://web/",
              "web/",
              "//web/",
              "http:/web/",
              "http:///",
              "http://",
              "",
              "http://web:port/",
              "http://web:99999/",
              "http://web/a b")) {
        assertThatIllegalArgumentException()
            .as("walk(\"%s\")", url)
            .isThrownBy(() -> testbed.walk(walk, url, PATIENT_MILLIS));
      }
      assertThat(testbed.serversAsked()).as("what the name server was asked").isEmpty();
      web.answer(HELLO);
      assertPage(testbed.walk(walk, testbed.url("web", "/a?b"), PATIENT_MILLIS), 200, "hello");
    }
  }

  @Test
  @Points(1)
  @Clause("if the host does not exist, or has no address")
  @Hint("A name may exist and have no address; for a connection that comes to the same.")
  void a_name_without_an_address_is_not_found(
      @Subject ConnectionWalk walk, AddressPlan addresses, Ladder ladder) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses,
                ladder,
                "mail. IN MX 10 web.",
                "loop. IN CNAME loop.",
                "alias. IN CNAME web.",
                "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      for (String name : List.of("nobody", "mail", "loop")) {
        assertThatExceptionOfType(NameNotFoundException.class)
            .as("http://%s/", name)
            .isThrownBy(() -> testbed.walk(walk, testbed.url(name, "/"), PATIENT_MILLIS));
      }
      web.answer(HELLO);
      WalkReport report = testbed.walk(walk, testbed.url("alias", "/"), PATIENT_MILLIS);
      assertThat(report.addresses()).containsExactly(testbed.address(80));
      assertPage(report, 200, "hello");
    }
  }

  private static void assertPage(WalkReport report, int status, String body) {
    assertThat(report.status()).as("the status of %s", report).isEqualTo(status);
    assertThat(report.body()).as("the body").isEqualTo(body.getBytes(ISO_8859_1));
  }

  private static String page(String status, String body) {
    return "HTTP/1.1 " + status + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static byte[] bodyOf(String response) {
    return response.substring(response.indexOf("\r\n\r\n") + 4).getBytes(ISO_8859_1);
  }

  private static String everyByte() {
    StringBuilder bytes = new StringBuilder();
    for (char c = 0; c < 256; c++) {
      bytes.append(c);
    }
    return bytes.toString();
  }

  private static PlannedNameServer server(String name) {
    return PlannedNameServer.ALL.stream()
        .filter(server -> server.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static String text(InetSocketAddress endpoint) {
    return endpoint.getAddress().getHostAddress() + ":" + endpoint.getPort();
  }
}
