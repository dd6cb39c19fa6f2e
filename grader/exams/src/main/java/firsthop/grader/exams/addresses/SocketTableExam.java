package firsthop.grader.exams.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import firsthop.addresses.Endpoint;
import firsthop.addresses.SocketTable;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

@Exam(SocketTable.class)
class SocketTableExam {
  private static final int FIRST_EPHEMERAL = 49_152;
  private static final int LAST_EPHEMERAL = 65_535;
  private static final int EPHEMERAL = LAST_EPHEMERAL - FIRST_EPHEMERAL + 1;

  /** Each remote endpoint gets few connections, so that a simple search for a port is fast. */
  private static final int REMOTES = 64;

  /** Long enough for a solution that searches from the first port on at each call. */
  private static final int TIME_LIMIT_MILLIS = 20_000;

  @Test
  @Points(1)
  @Clause({
    "The text is an address, a colon and a port.",
    "the endpoint, with its address canonical and without brackets"
  })
  @Hint(
      "The port follows the last colon. The brackets are not part of the address, and the address"
          + " is returned in canonical form.")
  void parse_gives_address_and_port(@Subject SocketTable table) {
    assertParses(table, "128.2.194.242:51213", "128.2.194.242", 51_213);
    assertParses(table, "[2001:db8::1]:443", "2001:db8::1", 443);
    assertParses(table, "[2001:0DB8:0:0:0:0:0:00A1]:65535", "2001:db8::a1", 65_535);
    assertParses(table, "[::]:0", "::", 0);
    assertParses(table, "[::FFFF:C000:0280]:8080", "::ffff:192.0.2.128", 8_080);
    assertParses(table, "0.0.0.0:9", "0.0.0.0", 9);
  }

  @Test
  @Points(1)
  @Clause("An IPv6 address is in square brackets, and an IPv4 address is not (RFC 5952 §6).")
  @Hint(
      "An IPv6 address needs both brackets and an IPv4 address must have none. The colon follows"
          + " directly after the bracket.")
  void parse_wants_brackets_for_ipv6_and_only_for_ipv6(@Subject SocketTable table) {
    assertParses(table, "[::1]:80", "::1", 80);
    for (String text :
        List.of(
            "::1:80",
            "2001:db8:0:0:0:0:0:1:443",
            "::ffff:192.0.2.1:80",
            "[192.0.2.1]:80",
            "[::1:80",
            "::1]:80",
            "[[::1]]:80",
            "[::1]80",
            "[::1]",
            "[]:80",
            "[::1]:",
            "[::1]x:80",
            "x[::1]:80",
            "[::1%eth0]:80",
            "(::1):80")) {
      assertRefusesText(table, text);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "The port is one to five ASCII digits and at most 65535. It has no leading zero, unless it is"
        + " 0 itself.",
    "There is nothing else before, between or after."
  })
  @Hint(
      "A port is at most 65535, and its digits follow the same strict rules as those of an octet.")
  void parse_refuses_what_is_no_port(@Subject SocketTable table) {
    assertParses(table, "192.0.2.1:0", "192.0.2.1", 0);
    assertParses(table, "192.0.2.1:65535", "192.0.2.1", 65_535);
    for (String text :
        List.of(
            "192.0.2.1:65536",
            "192.0.2.1:99999",
            "192.0.2.1:100000",
            "192.0.2.1:4294967376",
            "192.0.2.1:080",
            "192.0.2.1:00",
            "192.0.2.1:+80",
            "192.0.2.1:-1",
            "192.0.2.1:",
            "192.0.2.1",
            "192.0.2.1:http",
            "192.0.2.1:80 ",
            "192.0.2.1: 80",
            " 192.0.2.1:80",
            "192.0.2.1:80\n",
            "192.0.2.1:8\u0660",
            "192.0.2.1:80:80",
            "192.0.2.1:0x50",
            ":80",
            "",
            "192.0.2:80",
            "192.0.2.256:80",
            "192.0.02.1:80",
            "example:80")) {
      assertRefusesText(table, text);
    }
  }

  @Test
  @Points(1)
  @Clause({
    "Formats an endpoint in the form that parse reads, with its address canonical",
    "if the endpoint's address or port is not valid"
  })
  @Hint(
      "parse must be able to read the result. The record Endpoint checks nothing, so check its"
          + " address and its port.")
  void format_writes_what_parse_reads(@Subject SocketTable table) {
    assertFormats(table, at("128.2.194.242", 51_213), "128.2.194.242:51213");
    assertFormats(table, at("2001:DB8:0:0::01", 443), "[2001:db8::1]:443");
    assertFormats(table, at("::ffff:c000:280", 0), "[::ffff:192.0.2.128]:0");
    assertFormats(table, at("::", 65_535), "[::]:65535");
    for (Endpoint none :
        List.of(
            at("192.0.2.1", -1),
            at("192.0.2.1", 65_536),
            at("2001:db8::1", 70_000),
            at("[2001:db8::1]", 80),
            at("192.0.2.256", 80),
            at("host", 80),
            at("", 80))) {
      assertThatIllegalArgumentException()
          .as("format(%s)", none)
          .isThrownBy(() -> table.format(none));
    }
  }

  @Test
  @Points(1)
  @Clause(
      "the connected socket whose remote endpoint is the segment's source and whose local"
          + " endpoint is the segment's destination")
  @Hint(
      "Two connections may differ in only one of four values: two addresses and two ports."
          + " Compare all four.")
  void deliver_compares_both_addresses_and_both_ports(@Subject SocketTable table) {
    table.accepted("socket 1", at("192.0.2.80", 80), at("198.51.100.7", 51_213));
    table.accepted("socket 2", at("192.0.2.80", 80), at("198.51.100.7", 51_214));
    table.accepted("socket 3", at("192.0.2.80", 80), at("198.51.100.8", 51_213));
    table.accepted("socket 4", at("192.0.2.80", 443), at("198.51.100.7", 51_213));
    table.accepted("socket 5", at("192.0.2.81", 80), at("198.51.100.7", 51_213));
    assertDelivers(table, at("198.51.100.7", 51_213), at("192.0.2.80", 80), "socket 1");
    assertDelivers(table, at("198.51.100.7", 51_214), at("192.0.2.80", 80), "socket 2");
    assertDelivers(table, at("198.51.100.8", 51_213), at("192.0.2.80", 80), "socket 3");
    assertDelivers(table, at("198.51.100.7", 51_213), at("192.0.2.80", 443), "socket 4");
    assertDelivers(table, at("198.51.100.7", 51_213), at("192.0.2.81", 80), "socket 5");
    assertDeliversToNobody(table, at("198.51.100.8", 51_214), at("192.0.2.80", 80));
    assertDeliversToNobody(table, at("198.51.100.7", 51_213), at("192.0.2.81", 443));
  }

  @Test
  @Points(1)
  @Clause({
    "An address is valid if Ipv4Codec or Ipv6Codec accepts it. A port is valid if it is 0 to 65535."
        + " An endpoint is valid if its address and its port are valid.",
    "if an endpoint's address or port is not valid"
  })
  @Hint(
      "The record Endpoint checks nothing. Every method has to check the address and the port"
          + " that it gets.")
  void every_method_refuses_an_invalid_endpoint(@Subject SocketTable table) {
    Endpoint here = at("192.0.2.80", 65_535);
    Endpoint client = at("198.51.100.7", 0);
    table.listen("web", here);
    assertDelivers(table, client, here, "web");
    for (Endpoint none :
        List.of(
            at("192.0.2.80", 65_536),
            at("192.0.2.80", -1),
            at("2001:db8::80", 65_616),
            at("[2001:db8::80]", 80),
            at("192.0.2", 80),
            at("localhost", 80),
            at("", 80))) {
      assertRefuses("listen on " + none, () -> table.listen("new", none));
      assertRefuses(
          "accepted with local endpoint " + none, () -> table.accepted("new", none, client));
      assertRefuses(
          "accepted with remote endpoint " + none, () -> table.accepted("new", here, none));
      assertRefuses("connect to " + none, () -> table.connect("new", "192.0.2.80", none));
      assertRefuses("deliver from " + none, () -> table.deliver(none, here));
      assertRefuses("deliver to " + none, () -> table.deliver(client, none));
    }
    assertRefuses(
        "connect from the invalid address [::1]", () -> table.connect("new", "[::1]", client));
    assertDelivers(table, client, here, "web");
  }

  @Test
  @Points(1)
  @Clause(
      "A pair has a direction: local A and remote B is not the same pair as local B and remote A.")
  @Hint(
      "The source of an arriving segment is the remote end of the socket, and its destination is"
          + " the local end.")
  void a_pair_has_a_direction(@Subject SocketTable table) {
    table.accepted("away", at("192.0.2.80", 80), at("198.51.100.7", 51_213));
    assertDelivers(table, at("198.51.100.7", 51_213), at("192.0.2.80", 80), "away");
    assertDeliversToNobody(table, at("192.0.2.80", 80), at("198.51.100.7", 51_213));
    // Both ends of the next connection are on this host.
    Endpoint client = at("127.0.0.1", 40_000);
    Endpoint server = at("127.0.0.1", 80);
    table.accepted("server side", server, client);
    table.accepted("client side", client, server);
    assertDelivers(table, client, server, "server side");
    assertDelivers(table, server, client, "client side");
  }

  @Test
  @Points(1)
  @Clause({
    "the connected socket whose remote endpoint is the segment's source and whose local endpoint"
        + " is the segment's destination",
    "the socket that listens on exactly the destination"
  })
  @Hint(
      "Look for a connected socket with the pair first. A listener only gets segments of unknown"
          + " pairs.")
  void a_connected_socket_goes_before_a_listener(@Subject SocketTable table) {
    Endpoint client = at("198.51.100.7", 51_213);
    table.listen("exact", at("192.0.2.80", 80));
    table.accepted("one", at("192.0.2.80", 80), client);
    table.accepted("two", at("192.0.2.81", 443), client);
    table.listen("exact after", at("192.0.2.81", 443));
    table.accepted("three", at("192.0.2.82", 25), client);
    table.listen("any", at("0.0.0.0", 25));
    assertDelivers(table, client, at("192.0.2.80", 80), "one");
    assertDelivers(table, client, at("192.0.2.81", 443), "two");
    assertDelivers(table, client, at("192.0.2.82", 25), "three");
    assertDelivers(table, at("198.51.100.7", 51_214), at("192.0.2.80", 80), "exact");
    assertDelivers(table, at("198.51.100.9", 51_213), at("192.0.2.81", 443), "exact after");
  }

  @Test
  @Points(1)
  @Clause({
    "One port may have a listener on the wildcard address and a listener on an exact address at"
        + " the same time.",
    "the socket that listens on exactly the destination"
  })
  @Hint(
      "Look for a listener on the exact endpoint before the wildcard, whichever of them was added"
          + " first.")
  void an_exact_listener_goes_before_a_wildcard_one(@Subject SocketTable table) {
    Endpoint client = at("198.51.100.7", 51_213);
    table.listen("web at 0.0.0.0", at("0.0.0.0", 80));
    table.listen("web at 192.0.2.80", at("192.0.2.80", 80));
    table.listen("web at 2001:db8::80", at("2001:db8::80", 80));
    table.listen("web at ::", at("::", 80));
    assertDelivers(table, client, at("192.0.2.80", 80), "web at 192.0.2.80");
    assertDelivers(table, client, at("192.0.2.81", 80), "web at 0.0.0.0");
    assertDelivers(table, at("2001:db8::7", 51_213), at("2001:db8::80", 80), "web at 2001:db8::80");
    assertDelivers(table, at("2001:db8::7", 51_213), at("2001:db8::81", 80), "web at ::");
    table.close("web at 192.0.2.80");
    assertDelivers(table, client, at("192.0.2.80", 80), "web at 0.0.0.0");
  }

  @Test
  @Points(1)
  @Clause({
    "the socket that listens on the destination's port at the wildcard address of the destination's"
        + " family: 0.0.0.0 for IPv4, :: for IPv6",
    "An IPv4-mapped address is an IPv6 address like any other: ::ffff:192.0.2.80 is not the same"
        + " address as 192.0.2.80."
  })
  @Hint("IPv4 and IPv6 each have a wildcard, and an IPv4-mapped address belongs to IPv6.")
  void a_wildcard_is_for_its_own_family(@Subject SocketTable table) {
    Endpoint client = at("198.51.100.7", 51_213);
    Endpoint client6 = at("2001:db8::7", 51_213);
    table.listen("four", at("0.0.0.0", 80));
    assertDelivers(table, client, at("192.0.2.80", 80), "four");
    assertDeliversToNobody(table, client6, at("2001:db8::80", 80));
    table.listen("six", at("::", 443));
    assertDelivers(table, client6, at("2001:db8::80", 443), "six");
    assertDeliversToNobody(table, client, at("192.0.2.80", 443));
    Endpoint mapped = at("::ffff:198.51.100.7", 51_213);
    assertDelivers(table, mapped, at("::ffff:192.0.2.80", 443), "six");
    assertDeliversToNobody(table, mapped, at("::ffff:192.0.2.80", 80));
    table.accepted("ann", at("::ffff:192.0.2.80", 80), mapped);
    assertDelivers(table, client, at("192.0.2.80", 80), "four");
    assertDelivers(table, mapped, at("::ffff:c000:250", 80), "ann");
  }

  @Test
  @Points(1)
  @Clause({
    "no socket. A real host would answer with RST.",
    "A new table is empty. A change in one table does not change another table."
  })
  @Hint(
      "If neither the pair nor a listener is there, return empty. Each table needs its own data,"
          + " so do not use static fields.")
  void a_segment_may_be_for_nobody(@Subject SocketTable table, @Subject SocketTable other) {
    Endpoint client = at("198.51.100.7", 51_213);
    assertDeliversToNobody(table, client, at("192.0.2.80", 80));
    table.listen("web", at("192.0.2.80", 80));
    assertDelivers(table, client, at("192.0.2.80", 80), "web");
    assertDeliversToNobody(table, client, at("192.0.2.80", 81));
    assertDeliversToNobody(table, client, at("192.0.2.81", 80));
    assertDeliversToNobody(table, at("198.51.100.7", 80), at("192.0.2.80", 51_213));
    assertDeliversToNobody(other, client, at("192.0.2.80", 80));
  }

  @Test
  @Points(1)
  @Clause(
      "Addresses are compared by value, not as texts: 2001:DB8::0001 is the same address as"
          + " 2001:db8::1.")
  @Hint(
      "An address can be written in different ways. Make it canonical when it comes in, and"
          + " compare only this form.")
  void addresses_are_compared_by_value(@Subject SocketTable table) {
    table.listen("web", at("2001:DB8::0080", 80));
    table.accepted("ann", at("2001:db8:0::80", 443), at("2001:DB8:0:0:0:0:0:7", 51_213));
    Endpoint client = at("2001:db8::7", 51_213);
    assertDelivers(table, client, at("2001:db8::80", 443), "ann");
    assertDelivers(table, at("2001:db8::0007", 51_213), at("2001:0db8::80", 443), "ann");
    assertDelivers(table, client, at("2001:db8::80", 80), "web");
    table.listen("any", at("0:0:0:0:0:0:0:0", 25));
    assertDelivers(table, client, at("2001:db8::80", 25), "any");
    Endpoint local = table.connect("mail", "2001:DB8::80", at("2001:DB8::25", 25));
    assertThat(local.address()).as("address of %s", local).isEqualTo("2001:db8::80");
    assertDelivers(table, at("2001:db8::25", 25), local, "mail");
  }

  @Test
  @Points(1)
  @Clause({
    "if the name is in use, or if a socket listens on exactly this endpoint; then nothing changes",
    "if the name is in use, or if a connected socket has this pair; then nothing changes"
  })
  @Hint("Check the name and the endpoint or pair first. Change your data only after all checks.")
  void what_is_in_use_is_refused_and_nothing_changes(@Subject SocketTable table) {
    Endpoint web = at("192.0.2.80", 80);
    Endpoint here = at("192.0.2.80", 443);
    Endpoint ann = at("198.51.100.7", 51_213);
    Endpoint bob = at("198.51.100.8", 51_214);
    table.listen("web", web);
    table.accepted("ann", here, ann);
    assertInUse("listen on the endpoint of socket web", () -> table.listen("new", web));
    assertInUse("accepted with the pair of socket ann", () -> table.accepted("new", here, ann));
    assertInUse("listen with the name web", () -> table.listen("web", at("192.0.2.80", 81)));
    assertInUse("listen with the name ann", () -> table.listen("ann", at("192.0.2.80", 82)));
    assertInUse("accepted with the name web", () -> table.accepted("web", here, bob));
    assertInUse("accepted with the name ann", () -> table.accepted("ann", here, bob));
    assertInUse("connect with the name web", () -> table.connect("web", "192.0.2.80", bob));
    assertInUse("connect with the name ann", () -> table.connect("ann", "192.0.2.80", bob));
    assertDelivers(table, ann, here, "ann");
    assertDelivers(table, bob, web, "web");
    assertDeliversToNobody(table, bob, here);
    assertDeliversToNobody(table, bob, at("192.0.2.80", 81));
    assertDeliversToNobody(table, bob, at("192.0.2.80", 82));
    // The refused name is still free, and so is the pair.
    table.accepted("new", here, bob);
    assertDelivers(table, bob, here, "new");
  }

  @Test
  @Points(1)
  @Clause({
    "This needs no listener, and listeners make no difference to it.",
    "Closing a listener does not change any connection."
  })
  @Hint("A connection depends on its pair only. It stays when the listener is closed.")
  void a_connection_needs_no_listener(@Subject SocketTable table) {
    Endpoint client = at("198.51.100.7", 51_213);
    table.accepted("without", at("192.0.2.80", 25), client);
    assertDelivers(table, client, at("192.0.2.80", 25), "without");
    table.listen("web", at("192.0.2.80", 80));
    table.accepted("ann", at("192.0.2.80", 80), client);
    table.close("web");
    assertDelivers(table, client, at("192.0.2.80", 80), "ann");
    assertDeliversToNobody(table, at("198.51.100.7", 51_214), at("192.0.2.80", 80));
  }

  @Test
  @Points(1)
  @Clause({
    "Its name, and its endpoint or pair, are free at once.",
    "If no socket has the name, this method does nothing."
  })
  @Hint("close has to remove the socket from all your maps, and only this socket.")
  void close_frees_the_name_and_the_endpoint_or_pair(@Subject SocketTable table) {
    Endpoint web = at("192.0.2.80", 80);
    Endpoint here = at("192.0.2.80", 443);
    Endpoint ann = at("198.51.100.7", 51_213);
    Endpoint bob = at("198.51.100.8", 51_214);
    assertThatCode(() -> table.close("nobody")).as("close(\"nobody\")").doesNotThrowAnyException();
    table.listen("web", web);
    table.accepted("ann", here, ann);
    table.accepted("bob", here, bob);
    table.close("ann");
    assertDeliversToNobody(table, ann, here);
    assertDelivers(table, bob, here, "bob");
    table.accepted("ann again", here, ann);
    assertDelivers(table, ann, here, "ann again");
    table.listen("ann", at("192.0.2.80", 81));
    assertDelivers(table, ann, at("192.0.2.80", 81), "ann");
    table.close("web");
    assertDeliversToNobody(table, ann, web);
    table.listen("web again", web);
    assertDelivers(table, ann, web, "web again");
    table.close("web again");
    table.close("web again");
    assertDeliversToNobody(table, ann, web);
    assertDelivers(table, bob, here, "bob");
  }

  @Test
  @Points(1)
  @Clause({
    "Ephemeral ports are 49152 to 65535 (RFC 6335 §6).",
    "the local endpoint: the canonical address and the port that was taken"
  })
  @Hint("Take the port from the ephemeral range, and store the socket so that deliver finds it.")
  void connect_takes_an_ephemeral_port(@Subject SocketTable table) {
    Endpoint server = at("203.0.113.25", 25);
    List<Endpoint> locals =
        new ArrayList<>(table.connectAll(names("client ", 200), "192.0.2.80", server));
    locals.add(table.connect("one more", "192.0.2.80", server));
    assertThat(locals)
        .as("local endpoints of 201 connections to %s", server)
        .hasSize(201)
        .doesNotHaveDuplicates()
        .allMatch(
            local -> local.address().equals("192.0.2.80"),
            "an endpoint with the address 192.0.2.80")
        .allMatch(SocketTableExam::isEphemeral, "an endpoint with an ephemeral port");
    assertDelivers(table, server, locals.get(0), "client 0");
    assertDelivers(table, server, locals.get(199), "client 199");
    assertDelivers(table, server, locals.get(200), "one more");
    assertDeliversToNobody(table, at("203.0.113.25", 26), locals.get(0));
  }

  @Test
  @TimeLimit(TIME_LIMIT_MILLIS)
  @Points(1)
  @Clause(
      "Only pairs must differ: two connections from one address may have the same port if their"
          + " remote endpoints differ.")
  @Hint(
      "Only pairs must differ, so connections to different remote endpoints may use the same"
          + " port. Do not keep a set of used ports.")
  void connections_to_different_remotes_may_share_a_port(@Subject SocketTable table) {
    Map<Endpoint, Endpoint> remoteByLocal = new HashMap<>();
    Map<Endpoint, String> nameByLocal = new HashMap<>();
    boolean shared = false;
    for (int port = 1; port <= REMOTES; port++) {
      Endpoint remote = at("203.0.113.25", port);
      List<String> names = names("client " + port + " ", EPHEMERAL / REMOTES + 1);
      List<Endpoint> locals = table.connectAll(names, "192.0.2.80", remote);
      assertThat(locals)
          .as("local endpoints of %d connections to %s", names.size(), remote)
          .hasSameSizeAs(names)
          .doesNotHaveDuplicates()
          .allMatch(SocketTableExam::isEphemeral, "an endpoint with an ephemeral port");
      for (int i = 0; i < locals.size() && !shared; i++) {
        Endpoint local = locals.get(i);
        if (nameByLocal.containsKey(local)) {
          shared = true;
          assertDelivers(table, remoteByLocal.get(local), local, nameByLocal.get(local));
          assertDelivers(table, remote, local, names.get(i));
        }
        remoteByLocal.put(local, remote);
        nameByLocal.put(local, names.get(i));
      }
    }
    assertThat(table.connect("last", "192.0.2.80", at("203.0.113.26", 1)))
        .as("local endpoint of one more connection")
        .matches(SocketTableExam::isEphemeral, "an endpoint with an ephemeral port");
  }

  @Test
  @TimeLimit(TIME_LIMIT_MILLIS)
  @Points(1)
  @Clause({
    "if the name is in use, or if at every ephemeral port the pair of this address and this"
        + " remote endpoint is taken, by connect or by accepted; then nothing changes",
    "A pair is free again as soon as its socket is closed."
  })
  @Hint(
      "connect must find a port as long as one ephemeral port gives a free pair. Closed pairs are"
          + " free, too.")
  void connect_fails_only_when_every_pair_is_taken(@Subject SocketTable table) {
    String here = "192.0.2.80";
    Endpoint remote = at("203.0.113.25", 25);
    Set<Integer> left = Set.of(FIRST_EPHEMERAL, 50_000, LAST_EPHEMERAL);
    Map<String, Endpoint> others = new LinkedHashMap<>();
    for (int port = FIRST_EPHEMERAL; port <= LAST_EPHEMERAL; port++) {
      if (!left.contains(port)) {
        others.put("at " + port, at(here, port));
      }
    }
    table.listen("listener", at(here, 50_000));
    table.acceptedAll(others, remote);
    Set<Integer> taken = new HashSet<>();
    for (String name : names("client ", left.size())) {
      taken.add(table.connect(name, here, remote).port());
    }
    assertThat(taken).as("ports that connect took when only these were free").isEqualTo(left);
    assertInUse("connect when every pair is taken", () -> table.connect("more", here, remote));
    table.connect("more", here, at("203.0.113.25", 26));
    table.connect("from elsewhere", "192.0.2.81", remote);
    table.close("at 60000");
    assertThat(table.connect("again", here, remote))
        .as("local endpoint of connect after one pair was closed")
        .isEqualTo(at(here, 60_000));
    assertDelivers(table, remote, at(here, 60_000), "again");
    assertDelivers(table, remote, at(here, 59_999), "at 59999");
    assertInUse("connect when every pair is taken", () -> table.connect("and more", here, remote));
  }

  private static List<String> names(String start, int count) {
    return IntStream.range(0, count).mapToObj(i -> start + i).toList();
  }

  private static boolean isEphemeral(Endpoint local) {
    return FIRST_EPHEMERAL <= local.port() && local.port() <= LAST_EPHEMERAL;
  }

  private static Endpoint at(String address, int port) {
    return new Endpoint(address, port);
  }

  private static void assertParses(SocketTable table, String text, String address, int port) {
    assertThat(table.parse(text)).as("parse(\"%s\")", text).isEqualTo(at(address, port));
  }

  private static void assertRefusesText(SocketTable table, String text) {
    assertThatIllegalArgumentException()
        .as("parse(\"%s\")", text)
        .isThrownBy(() -> table.parse(text));
  }

  private static void assertFormats(SocketTable table, Endpoint endpoint, String text) {
    assertThat(table.format(endpoint)).as("format(%s)", endpoint).isEqualTo(text);
  }

  private static void assertRefuses(String what, ThrowingCallable call) {
    assertThatIllegalArgumentException().as(what).isThrownBy(call);
  }

  private static void assertInUse(String what, ThrowingCallable call) {
    assertThatIllegalStateException().as(what).isThrownBy(call);
  }

  private static void assertDelivers(
      SocketTable table, Endpoint source, Endpoint destination, String socket) {
    assertThat(table.deliver(source, destination))
        .as("deliver(%s, %s)", source, destination)
        .contains(socket);
  }

  private static void assertDeliversToNobody(
      SocketTable table, Endpoint source, Endpoint destination) {
    assertThat(table.deliver(source, destination))
        .as("deliver(%s, %s)", source, destination)
        .isEmpty();
  }
}
