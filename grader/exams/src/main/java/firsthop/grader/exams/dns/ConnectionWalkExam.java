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
import firsthop.grader.exam.RunsInParallel;
import firsthop.grader.exam.Subject;
import firsthop.grader.exams.dns.internet.PlannedNameServer;
import firsthop.grader.exams.dns.internet.ServerBehaviour;
import firsthop.grader.network.BackgroundHost;
import firsthop.grader.network.ConnectionEnd;
import firsthop.grader.network.PacketTrace;
import firsthop.grader.network.TcpPeer;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compares each report with what the servers received, instead of believing it. */
@Exam(ConnectionWalk.class)
class ConnectionWalkExam {
  private static final String HELLO = page("200 OK", "hello");
  private static final String GOODBYE = page("200 OK", "goodbye, and thank you");

  @Test
  @Points(1)
  @Clause({
    "The A records of a name are found as IterativeResolver finds them.",
    "the address of the name server for each query that was sent, in order"
  })
  @Hint(
      "Add an address to the list at the place where a query is sent, whatever the query is"
          + " for. Each call begins with an empty list.")
  void reports_every_name_server_that_was_asked(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed = WalkTestbed.fromZoneFiles(addresses, trace, Map.of());
        ScriptedWebServer shop = testbed.webServer(WWW_SHOP_1);
        ScriptedWebServer far = testbed.webServer(WWW_FAR)) {
      shop.answer(HELLO);
      WalkReport first = testbed.walk(walk, testbed.url("www.shop.example", "/"), PATIENT_MILLIS);
      List<String> asked = testbed.serversAsked();
      assertThat(first.serversAsked())
          .as("name servers in the report of www.shop.example")
          .isEqualTo(asked);
      assertThat(first.addresses())
          .as("addresses of www.shop.example")
          .containsExactly(testbed.address(WWW_SHOP_1), testbed.address(WWW_SHOP_2));
      assertPage(first, 200, "hello");
      far.answer(GOODBYE);
      WalkReport second = testbed.walk(walk, testbed.url("www.far.example", "/"), PATIENT_MILLIS);
      List<String> both = testbed.serversAsked();
      assertThat(second.serversAsked())
          .as("name servers in the report of www.far.example")
          .isEqualTo(both.subList(asked.size(), both.size()));
      assertThat(second.addresses()).containsExactly(testbed.address(WWW_FAR));
      assertPage(second, 200, "goodbye, and thank you");
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause("including queries without an answer and queries over TCP")
  @Hint(
      "Add the address before you send the query: then a query without an answer is in the"
          + " list, too. A question over TCP is one more query.")
  void reports_queries_without_an_answer_and_over_tcp(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    ServerBehaviour shy = server("ns.host.test").honestBehaviour(addresses).overTcpOnly();
    try (WalkTestbed testbed =
            WalkTestbed.fromZoneFiles(
                addresses,
                trace,
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
  @Clause("For an IPv4 address, no name server is asked.")
  @Hint(
      "An address in dotted decimal looks like a name with four labels. Check for an"
          + " address first, and do not give it to the resolver.")
  void asks_nobody_about_an_address(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, trace, "web. IN A 192.0.2.81");
        ScriptedWebServer literal = testbed.webServer(80);
        ScriptedWebServer named = testbed.webServer(81)) {
      literal.answer(HELLO);
      String address = testbed.address(80);
      WalkReport report = testbed.walk(walk, testbed.url(address, "/"), PATIENT_MILLIS);
      assertThat(report.addresses()).containsExactly(address);
      assertThat(report.serversAsked()).isEmpty();
      assertThat(testbed.serversAsked()).as("queries to the name server").isEmpty();
      assertPage(report, 200, "hello");
      named.answer(GOODBYE);
      WalkReport other = testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS);
      assertThat(other.addresses()).containsExactly(testbed.address(81));
      assertThat(other.serversAsked()).containsExactly(testbed.address(PlannedNameServer.ROOT_A));
    }
  }

  @Test
  @Points(1)
  @Clause("the client's socket and the web server's socket as both sides see them")
  @Hint(
      "Take both ends from the connected socket: its local address and port, and its remote"
          + " address and port. Do not take them from the URL.")
  void reports_the_socket_pair_that_the_server_saw(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses, trace, "one. IN A 192.0.2.80", "two. IN A 192.0.2.81");
        ScriptedWebServer one = testbed.webServer(80);
        ScriptedWebServer two = testbed.webServer(81)) {
      BackgroundHost<ReceivedRequest> first = one.answer(HELLO);
      WalkReport report = testbed.walk(walk, testbed.url("one", "/"), PATIENT_MILLIS);
      assertThat(report.local()).isEqualTo(text(first.result().client()));
      assertThat(report.remote()).isEqualTo(testbed.address(80) + ":" + testbed.webPort());
      BackgroundHost<ReceivedRequest> second = two.answer(HELLO);
      WalkReport other = testbed.walk(walk, testbed.url("two", "/"), PATIENT_MILLIS);
      assertThat(other.local()).isEqualTo(text(second.result().client()));
      assertThat(other.remote()).isEqualTo(testbed.address(81) + ":" + testbed.webPort());
    }
  }

  @Test
  @Points(1)
  @Clause({
    "HTTP/1.1 (RFC 9112): GET, the path with the query, a Host field and the field"
        + " Connection: close. The Host field has the URL's host, and after it :port, unless the"
        + " port is 80.",
    "The path, or the query, or both may be missing. If the path is missing, it is /."
  })
  @Hint(
      "Send the path and the query exactly as they stand in the URL, and a slash if the"
          + " path is missing. Many names may share one address, so the request also says which"
          + " name and port the URL has.")
  void asks_for_the_path_and_names_the_host(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, trace, "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      for (Map.Entry<String, String> path :
          List.of(
              Map.entry("/news/today.html?page=2&all", "/news/today.html?page=2&all"),
              Map.entry("", "/"),
              Map.entry("?q=a/b", "/?q=a/b"),
              Map.entry("/a//b/../c%20d", "/a//b/../c%20d"))) {
        BackgroundHost<ReceivedRequest> request = web.answer(page("200 OK", path.getKey()));
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
  @RunsInParallel
  @Points(1)
  @Clause("gives no connection within timeoutMillis")
  @Hint(
      "A host that is switched off does not refuse a connection: it says nothing. Set a"
          + " time-out for connect, and then try the next address.")
  void goes_on_after_an_address_that_is_dead(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed = WalkTestbed.fromZoneFiles(addresses, trace, Map.of());
        ScriptedWebServer alive = testbed.webServer(WWW_SHOP_2)) {
      testbed.deadWebServer(WWW_SHOP_1);
      BackgroundHost<ReceivedRequest> request = alive.answer(HELLO);
      WalkReport report = testbed.walk(walk, testbed.url("www.shop.example", "/"), SHORT_MILLIS);
      assertThat(report.remote()).isEqualTo(testbed.address(WWW_SHOP_2) + ":" + testbed.webPort());
      assertThat(report.local()).isEqualTo(text(request.result().client()));
      assertThat(report.addresses())
          .containsExactly(testbed.address(WWW_SHOP_1), testbed.address(WWW_SHOP_2));
      assertPage(report, 200, "hello");
    }
  }

  @Test
  @RunsInParallel
  @Points(1)
  @Clause(
      "The next address is tried if, before a whole status line has come, the address"
          + " refuses the connection, gives no connection within timeoutMillis, ends the"
          + " connection, resets it, or is silent for timeoutMillis.")
  @Hint(
      "A connection alone is not an answer. Until a whole status line has come, try the"
          + " next address after each failure: refused, ended, reset or silent.")
  void goes_on_until_an_address_answers(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses,
                trace,
                "web. IN A 192.0.2.79", // no server runs there
                "web. IN A 192.0.2.80",
                "web. IN A 192.0.2.81",
                "web. IN A 192.0.2.82",
                "web. IN A 192.0.2.83");
        ScriptedWebServer resets = testbed.webServer(80);
        ScriptedWebServer hangsUp = testbed.webServer(81);
        ScriptedWebServer silent = testbed.webServer(82);
        ScriptedWebServer answers = testbed.webServer(83)) {
      BackgroundHost<ReceivedRequest> reset = resets.resetAfter("HTTP/1.1 20");
      BackgroundHost<ReceivedRequest> hungUp = hangsUp.answer("");
      BackgroundHost<TcpPeer> waited = silent.staySilent();
      answers.answer(GOODBYE);
      WalkReport report = testbed.walk(walk, testbed.url("web", "/"), SHORT_MILLIS);
      assertPage(report, 200, "goodbye, and thank you");
      assertThat(report.remote()).isEqualTo(testbed.address(83) + ":" + testbed.webPort());
      // Each of the other addresses was tried before.
      reset.result();
      hungUp.result();
      waited.result();
    }
  }

  @Test
  @Points(1)
  @Clause({
    "if no address could be used (then it is the exception of the last address)",
    "Once a whole status line has come, no other address is tried."
  })
  @Hint(
      "If every address fails, throw the last exception. If something goes wrong after a"
          + " status line, throw at once, and do not try another address.")
  void gives_up_when_no_address_answers_or_one_has_begun_to(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses,
                trace,
                "nobody. IN A 192.0.2.70",
                "nobody. IN A 192.0.2.71",
                "web. IN A 192.0.2.80",
                "web. IN A 192.0.2.81");
        ScriptedWebServer breaksOff = testbed.webServer(80);
        ScriptedWebServer next = testbed.webServer(81)) {
      assertThatIOException()
          .as("no server runs at any address")
          .isThrownBy(() -> testbed.walk(walk, testbed.url("nobody", "/"), PATIENT_MILLIS));
      breaksOff.answer(page("200 OK", "whole").replace("Length: 5", "Length: 6"));
      assertThatIOException()
          .as("a body of 5 bytes, with a Content-Length of 6")
          .isThrownBy(() -> testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS));
      assertThat(next.hasUnexpectedClient())
          .as("whether the second address was tried, too")
          .isFalse();
      breaksOff.answer(page("200 OK", "whole"));
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 200, "whole");
    }
  }

  @Test
  @Points(1)
  @Clause("with Transfer-Encoding: chunked: the contents of all chunks, without their sizes")
  @Hint(
      "The size of a chunk is hexadecimal and counts bytes. Read exactly that number of"
          + " bytes, because a chunk may contain line ends, and then the line end after it. Size"
          + " 0 ends the body.")
  void puts_chunks_together(@Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    String head = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, trace, "web. IN A 192.0.2.80");
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
          .as("a chunk that is not complete")
          .isThrownBy(() -> testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS));
    }
  }

  @Test
  @Points(1)
  @Clause({
    "with Content-Length: that number of bytes",
    "all bytes until the server ends the connection",
    "If a body ends before it is complete, the call throws an IOException."
  })
  @Hint(
      "A length counts bytes, not characters, so do not convert the body to text. Without a"
          + " length, read until the stream ends. Fewer bytes than the length says are an error.")
  void reads_a_body_to_its_end(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    String every = everyByte().repeat(200);
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, trace, "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      web.answer(page("200 OK", every));
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 200, every);
      web.answer("HTTP/1.1 200 OK\r\nX-Empty:\r\n\r\n" + every);
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 200, every);
      web.answer("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n");
      assertPage(testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS), 201, "");
      web.answer("HTTP/1.1 200 OK\r\nCONTENT-LENGTH: 12\r\n\r\nhello");
      assertThatIOException()
          .as("a body of 5 bytes, with a Content-Length of 12")
          .isThrownBy(() -> testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS));
    }
  }

  @Test
  @Points(1)
  @Clause("Every status is reported, whatever it is. Redirects are not followed.")
  @Hint(
      "Return a report for every status, with its body. An error is a page, too, and so is"
          + " a redirect: do not follow it.")
  void reports_any_status(@Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace)
      throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses, trace, "web. IN A 192.0.2.80", "next. IN A 192.0.2.81");
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
      assertThat(next.hasUnexpectedClient()).as("whether a redirect was followed").isFalse();
    }
  }

  @Test
  @Points(1)
  @Clause("Connections are closed normally, with a FIN, after the response was read.")
  @Hint(
      "If you close a socket while it holds bytes that you have not read, the system sends"
          + " a reset. Read the response to its end first, whatever its status is.")
  void ends_the_connection_by_a_fin(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, trace, "web. IN A 192.0.2.80");
        ScriptedWebServer web = testbed.webServer(80)) {
      for (String response : List.of(HELLO, page("404 Not Found", everyByte().repeat(400)))) {
        BackgroundHost<ReceivedRequest> request = web.answer(response);
        WalkReport report = testbed.walk(walk, testbed.url("web", "/"), PATIENT_MILLIS);
        assertThat(report.body()).isEqualTo(bodyOf(response));
        assertThat(request.result().end())
            .as("how the client ended the connection")
            .isEqualTo(ConnectionEnd.FIN);
      }
    }
  }

  @Test
  @Points(1)
  @Clause("if url does not have the form above")
  @Hint(
      "Check the whole URL before you ask any name server. Do not repair a wrong URL or"
          + " guess what it means. Check the port, too.")
  void refuses_what_is_no_such_url(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(addresses, trace, "web. IN A 192.0.2.80");
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
      assertThat(testbed.serversAsked()).as("queries to the name server").isEmpty();
      web.answer(HELLO);
      assertPage(testbed.walk(walk, testbed.url("web", "/a?b"), PATIENT_MILLIS), 200, "hello");
    }
  }

  @Test
  @Points(1)
  @Clause("if the host does not exist, or if it has no address")
  @Hint(
      "If the resolver returns an empty list, the name has no address. Throw a"
          + " NameNotFoundException in this case, too.")
  void a_name_without_an_address_is_not_found(
      @Subject ConnectionWalk walk, AddressPlan addresses, PacketTrace trace) throws Exception {
    try (WalkTestbed testbed =
            WalkTestbed.withOneNameServer(
                addresses,
                trace,
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
