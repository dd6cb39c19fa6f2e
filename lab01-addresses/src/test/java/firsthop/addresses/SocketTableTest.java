package firsthop.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(SocketTable.class)
class SocketTableTest {
  private static final String NO_ENDPOINT = "refused with IllegalArgumentException";
  private static final String IN_USE = "refused with IllegalStateException";
  private static final String NOBODY = "nobody";

  private static final int FIRST_EPHEMERAL = 49_152;
  private static final int LAST_EPHEMERAL = 65_535;

  private static final Endpoint WEB = new Endpoint("192.0.2.80", 80);
  private static final Endpoint ANN = new Endpoint("198.51.100.7", 51_213);
  private static final Endpoint BOB = new Endpoint("198.51.100.7", 51_214);

  private final SocketTable table = new MySocketTable();

  @ParameterizedTest
  @CsvSource({
    "128.2.194.242:51213, 128.2.194.242, 51213",
    "0.0.0.0:0, 0.0.0.0, 0",
    "[2001:db8::1]:443, 2001:db8::1, 443",
    "[2001:0DB8:0:0:0:0:0:1]:443, 2001:db8::1, 443",
    "[::]:65535, ::, 65535",
    "[::ffff:c000:0280]:80, ::ffff:192.0.2.128, 80",
  })
  @Order(1)
  @Hint("The port follows the last colon. Return the address as your codecs write it.")
  void parse_reads_an_address_and_a_port(String text, String address, int port) {
    assertThat(table.parse(text)).as("parse(\"%s\")", text).isEqualTo(new Endpoint(address, port));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::1:80",
        "2001:db8:0:0:0:0:0:1:443",
        "[192.0.2.1]:80",
        "[::1:80",
        "::1]:80",
        "[::1]80",
        "[::1]",
        "[]:80",
        "[[::1]]:80",
        "[::1]x:80"
      })
  @Order(2)
  @Hint("An IPv6 address needs brackets, which show where it ends. An IPv4 address has none.")
  void parse_wants_brackets_for_ipv6_and_only_for_ipv6(String text) {
    assertThat(outcome(() -> table.parse(text))).as("parse(\"%s\")", text).isEqualTo(NO_ENDPOINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "192.0.2.1",
        "192.0.2.1:",
        ":80",
        "192.0.2.1:65536",
        "192.0.2.1:100000",
        "192.0.2.1:4294967376",
        "192.0.2.1:080",
        "192.0.2.1:+80",
        "192.0.2.1:-1",
        "192.0.2.1:80 ",
        " 192.0.2.1:80",
        "192.0.2.1:http",
        "192.0.2:80",
        "192.0.2.1:80:80"
      })
  void parse_refuses_a_text_that_is_not_an_address_and_a_port(String text) {
    assertThat(outcome(() -> table.parse(text))).as("parse(\"%s\")", text).isEqualTo(NO_ENDPOINT);
  }

  @ParameterizedTest
  @CsvSource({
    "128.2.194.242, 51213, 128.2.194.242:51213",
    "2001:DB8:0:0::1, 443, [2001:db8::1]:443",
    "::, 0, [::]:0",
  })
  @Order(3)
  void format_writes_what_parse_reads(String address, int port, String text) {
    assertThat(table.format(new Endpoint(address, port)))
        .as("format(%s, %d)", address, port)
        .isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1, 65536", "192.0.2.1, -1", "192.0.2.256, 80", "[::1], 80", "host, 80"})
  @Hint("The record Endpoint checks nothing. Check its address and its port in your method.")
  void format_refuses_an_invalid_endpoint(String address, int port) {
    assertThat(outcome(() -> table.format(new Endpoint(address, port))))
        .as("format(%s, %d)", address, port)
        .isEqualTo(NO_ENDPOINT);
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.1, 65536", "192.0.2.1, -1", "192.0.2.256, 80", "[::1], 80", "host, 80"})
  void every_method_refuses_an_invalid_endpoint(String address, int port) {
    Endpoint none = new Endpoint(address, port);
    assertThat(outcome(() -> table.listen("new", none)))
        .as("listen(%s)", none)
        .isEqualTo(NO_ENDPOINT);
    assertThat(outcome(() -> table.accepted("new", none, ANN)))
        .as("accepted with local %s", none)
        .isEqualTo(NO_ENDPOINT);
    assertThat(outcome(() -> table.accepted("new", WEB, none)))
        .as("accepted with remote %s", none)
        .isEqualTo(NO_ENDPOINT);
    assertThat(outcome(() -> table.connect("new", "192.0.2.80", none)))
        .as("connect to %s", none)
        .isEqualTo(NO_ENDPOINT);
    assertThat(outcome(() -> table.deliver(none, WEB)))
        .as("deliver from %s", none)
        .isEqualTo(NO_ENDPOINT);
    assertThat(outcome(() -> table.deliver(ANN, none)))
        .as("deliver to %s", none)
        .isEqualTo(NO_ENDPOINT);
  }

  @Test
  @Order(4)
  void a_segment_goes_to_the_socket_that_listens_on_its_destination() {
    assertDelivers(ANN, WEB, NOBODY);
    table.listen("web", WEB);
    assertDelivers(ANN, WEB, "web");
    assertDelivers(ANN, new Endpoint("192.0.2.80", 81), NOBODY);
    assertDelivers(ANN, new Endpoint("192.0.2.81", 80), NOBODY);
  }

  @Test
  @Order(5)
  @Hint("Two connections may differ in only one of four values. All four belong to the key.")
  void a_segment_goes_to_the_connected_socket_with_its_pair() {
    Endpoint carol = new Endpoint("198.51.100.9", 51_213);
    Endpoint secure = new Endpoint("192.0.2.80", 443);
    Endpoint second = new Endpoint("192.0.2.81", 80);
    table.accepted("ann", WEB, ANN);
    table.accepted("bob", WEB, BOB);
    table.accepted("carol", WEB, carol);
    table.accepted("ann, secure", secure, ANN);
    table.accepted("ann, second", second, ANN);
    assertDelivers(ANN, WEB, "ann");
    assertDelivers(BOB, WEB, "bob");
    assertDelivers(carol, WEB, "carol");
    assertDelivers(ANN, secure, "ann, secure");
    assertDelivers(ANN, second, "ann, second");
    assertDelivers(BOB, second, NOBODY);
  }

  @Test
  @Order(6)
  @Hint("The source of an arriving segment is the remote end of the socket that gets it.")
  void a_pair_has_a_direction() {
    Endpoint client = new Endpoint("127.0.0.1", 51_213);
    Endpoint server = new Endpoint("127.0.0.1", 80);
    table.accepted("server side", server, client);
    assertDelivers(client, server, "server side");
    assertDelivers(server, client, NOBODY);
    table.accepted("client side", client, server);
    assertDelivers(client, server, "server side");
    assertDelivers(server, client, "client side");
  }

  @Test
  @Order(7)
  @Hint("Look for the pair first, then for the exact endpoint, then for the wildcard.")
  void a_connected_socket_goes_before_an_exact_listener_and_an_exact_one_before_a_wildcard() {
    table.listen("any", new Endpoint("0.0.0.0", 80));
    table.listen("exact", WEB);
    table.accepted("ann", WEB, ANN);
    assertDelivers(ANN, WEB, "ann");
    assertDelivers(BOB, WEB, "exact");
    assertDelivers(BOB, new Endpoint("192.0.2.81", 80), "any");
    table.close("ann");
    assertDelivers(ANN, WEB, "exact");
    table.close("exact");
    assertDelivers(ANN, WEB, "any");
    table.close("any");
    assertDelivers(ANN, WEB, NOBODY);
  }

  @Test
  void each_family_has_its_own_wildcard() {
    Endpoint client6 = new Endpoint("2001:db8::7", 51_213);
    table.listen("four", new Endpoint("0.0.0.0", 80));
    table.listen("six", new Endpoint("::", 443));
    assertDelivers(ANN, WEB, "four");
    assertDelivers(ANN, new Endpoint("192.0.2.80", 443), NOBODY);
    assertDelivers(client6, new Endpoint("2001:db8::80", 443), "six");
    assertDelivers(client6, new Endpoint("2001:db8::80", 80), NOBODY);
  }

  @Test
  @Hint("::ffff:192.0.2.80 is the way in which a program for IPv6 names an IPv4 host. Not here.")
  void a_mapped_address_is_an_ipv6_address() {
    Endpoint mappedAnn = new Endpoint("::ffff:198.51.100.7", 51_213);
    Endpoint mappedWeb = new Endpoint("::ffff:192.0.2.80", 80);
    table.listen("web", WEB);
    assertDelivers(mappedAnn, mappedWeb, NOBODY);
    table.listen("six", new Endpoint("::", 80));
    assertDelivers(mappedAnn, mappedWeb, "six");
    assertDelivers(ANN, WEB, "web");
  }

  @Test
  @Hint("Make every address canonical when it comes in, and compare only canonical addresses.")
  void addresses_are_compared_by_value() {
    table.listen("web", new Endpoint("2001:DB8::0080", 80));
    table.accepted("ann", new Endpoint("2001:DB8::0080", 443), new Endpoint("2001:db8:0::7", 1));
    assertDelivers(
        new Endpoint("2001:db8::7", 1), new Endpoint("2001:db8:0:0:0:0:0:80", 443), "ann");
    assertDelivers(new Endpoint("2001:db8::8", 1), new Endpoint("2001:db8::80", 80), "web");
    assertThat(outcome(() -> table.listen("again", new Endpoint("2001:db8::80", 80))))
        .as("listen on 2001:db8::80 when a socket listens on 2001:DB8::0080")
        .isEqualTo(IN_USE);
  }

  @Test
  @Hint("Check the name and the endpoint or pair first, and change something only after that.")
  void what_is_in_use_is_refused_and_nothing_changes() {
    table.listen("web", WEB);
    table.accepted("ann", WEB, ANN);
    assertThat(outcome(() -> table.listen("new", WEB)))
        .as("listen on the endpoint of web")
        .isEqualTo(IN_USE);
    assertThat(outcome(() -> table.accepted("new", WEB, ANN)))
        .as("accepted with the pair of ann")
        .isEqualTo(IN_USE);
    assertThat(outcome(() -> table.accepted("web", WEB, BOB)))
        .as("accepted with the name web")
        .isEqualTo(IN_USE);
    assertThat(outcome(() -> table.connect("ann", "192.0.2.80", BOB)))
        .as("connect with the name ann")
        .isEqualTo(IN_USE);
    assertDelivers(ANN, WEB, "ann");
    assertDelivers(BOB, WEB, "web");
    table.accepted("new", WEB, BOB);
    assertDelivers(BOB, WEB, "new");
  }

  @Test
  void closing_a_listener_leaves_its_connections() {
    table.listen("web", WEB);
    table.accepted("ann", WEB, ANN);
    table.close("web");
    table.close("a name that no socket has");
    assertDelivers(ANN, WEB, "ann");
    assertDelivers(BOB, WEB, NOBODY);
  }

  @Test
  void close_frees_the_name_and_the_endpoint_or_pair() {
    table.listen("web", WEB);
    table.accepted("ann", WEB, ANN);
    table.close("web");
    table.close("ann");
    table.listen("ann", WEB);
    assertDelivers(ANN, WEB, "ann");
    table.accepted("web", WEB, ANN);
    assertDelivers(ANN, WEB, "web");
  }

  @Test
  @Order(8)
  void connect_takes_an_ephemeral_port_and_adds_the_socket() {
    Endpoint server = new Endpoint("2001:db8::25", 25);
    Endpoint one = table.connect("one", "2001:DB8:0::80", server);
    Endpoint two = table.connect("two", "2001:DB8:0::80", server);
    assertThat(one.address()).as("address of %s", one).isEqualTo("2001:db8::80");
    assertThat(one.port()).as("port").isBetween(FIRST_EPHEMERAL, LAST_EPHEMERAL);
    assertThat(two.port()).as("port").isBetween(FIRST_EPHEMERAL, LAST_EPHEMERAL);
    assertThat(two).as("local endpoint of the second connection to %s", server).isNotEqualTo(one);
    assertDelivers(server, one, "one");
    assertDelivers(server, two, "two");
  }

  @Test
  @Hint("Many connections may use one port if their pairs differ. Do not keep a set of used ports.")
  void connections_to_different_remotes_may_share_a_port() {
    // 64 remote endpoints, and for each a few connections more than 1/64 of all ephemeral ports.
    for (int port = 1; port <= 64; port++) {
      Endpoint remote = new Endpoint("203.0.113.25", port);
      List<Endpoint> locals =
          table.connectAll(names("to " + port + " ", 260), "192.0.2.80", remote);
      assertThat(locals)
          .as("local endpoints of 260 connections to %s", remote)
          .hasSize(260)
          .doesNotHaveDuplicates()
          .allMatch(local -> local.port() >= FIRST_EPHEMERAL && local.port() <= LAST_EPHEMERAL);
    }
  }

  @Test
  @Hint("As long as one ephemeral port gives a free pair, connect has to find it.")
  void connect_fails_only_when_every_pair_to_the_remote_is_taken() {
    Endpoint remote = new Endpoint("203.0.113.25", 25);
    List<Integer> left = List.of(FIRST_EPHEMERAL, 55_555, LAST_EPHEMERAL);
    Map<String, Endpoint> others = new LinkedHashMap<>();
    for (int port = FIRST_EPHEMERAL; port <= LAST_EPHEMERAL; port++) {
      if (!left.contains(port)) {
        others.put("at " + port, new Endpoint("192.0.2.80", port));
      }
    }
    table.acceptedAll(others, remote);
    table.listen("listener", new Endpoint("192.0.2.80", 55_555));
    List<Integer> taken = new ArrayList<>();
    for (String name : names("client ", left.size())) {
      taken.add(table.connect(name, "192.0.2.80", remote).port());
    }
    assertThat(taken)
        .as("ports that connect took when only these were free")
        .containsExactlyInAnyOrderElementsOf(left);
    assertThat(outcome(() -> table.connect("more", "192.0.2.80", remote)))
        .as("connect when every pair is taken")
        .isEqualTo(IN_USE);
    table.close("at 60000");
    assertThat(table.connect("more", "192.0.2.80", remote).port())
        .as("port that connect took after 60000 was closed")
        .isEqualTo(60_000);
    assertThat(table.connect("another", "192.0.2.80", new Endpoint("203.0.113.25", 26)).port())
        .as("port that connect took for another remote endpoint")
        .isBetween(FIRST_EPHEMERAL, LAST_EPHEMERAL);
  }

  private void assertDelivers(Endpoint source, Endpoint destination, String socket) {
    assertThat(table.deliver(source, destination).orElse(NOBODY))
        .as("deliver from %s to %s", source, destination)
        .isEqualTo(socket);
  }

  private static List<String> names(String start, int count) {
    return IntStream.range(0, count).mapToObj(i -> start + i).toList();
  }

  private static String outcome(Runnable call) {
    try {
      call.run();
      return "no exception";
    } catch (IllegalArgumentException e) {
      return NO_ENDPOINT;
    } catch (IllegalStateException e) {
      return IN_USE;
    }
  }
}
