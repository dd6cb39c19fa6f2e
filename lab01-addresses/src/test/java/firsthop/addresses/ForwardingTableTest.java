package firsthop.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExerciseTest(ForwardingTable.class)
class ForwardingTableTest {
  private static final String REFUSED = "refused with IllegalArgumentException";
  private static final String NO_ROUTE = "no route";

  /**
   * A good table grows by about 4 in this test. If each lookup tries each route, it grows by 16.
   */
  private static final int TOO_MUCH_GROWTH = 10;

  private static final int FEW = 2_000;
  private static final int MANY = 4 * FEW;
  private static final int PIECE = 100;

  private final ForwardingTable table = new MyForwardingTable();

  @Test
  @Order(1)
  void lookup_returns_the_next_hop_of_the_route_that_matches() {
    table.add("198.51.100.0/24", "192.0.2.1");
    table.add("203.0.113.0/24", "192.0.2.2");
    assertThat(found("198.51.100.0")).as("lookup(198.51.100.0)").isEqualTo("192.0.2.1");
    assertThat(found("198.51.100.255")).as("lookup(198.51.100.255)").isEqualTo("192.0.2.1");
    assertThat(found("203.0.113.77")).as("lookup(203.0.113.77)").isEqualTo("192.0.2.2");
  }

  @Test
  @Order(2)
  @Hint("If no route matches, return empty: a router drops a packet that it has no route for.")
  void lookup_returns_empty_if_no_route_matches() {
    assertThat(found("198.51.100.1")).as("lookup in an empty table").isEqualTo(NO_ROUTE);
    table.add("198.51.100.0/24", "192.0.2.1");
    assertThat(found("198.51.99.255")).as("lookup(198.51.99.255)").isEqualTo(NO_ROUTE);
    assertThat(found("198.51.101.0")).as("lookup(198.51.101.0)").isEqualTo(NO_ROUTE);
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.64/28, 198.51.100.64, 198.51.100.79, 198.51.100.80",
    "198.51.96.0/20, 198.51.96.0, 198.51.111.255, 198.51.112.0",
    "172.16.0.0/12, 172.16.0.0, 172.31.255.255, 172.32.0.0",
    "64.0.0.0/2, 64.0.0.0, 127.255.255.255, 128.0.0.0",
    "128.0.0.0/1, 128.0.0.0, 255.255.255.255, 127.255.255.255",
    "192.0.2.6/31, 192.0.2.6, 192.0.2.7, 192.0.2.8",
    "192.0.2.7/32, 192.0.2.7, 192.0.2.7, 192.0.2.6",
  })
  @Order(3)
  @Hint("The length is a number of bits, and a prefix may end inside an octet.")
  void a_prefix_matches_from_its_first_address_to_its_last(
      String prefix, String first, String last, String outside) {
    table.add(prefix, "192.0.2.1");
    assertThat(found(first))
        .as("lookup(%s) with the route %s", first, prefix)
        .isEqualTo("192.0.2.1");
    assertThat(found(last)).as("lookup(%s) with the route %s", last, prefix).isEqualTo("192.0.2.1");
    assertThat(found(outside))
        .as("lookup(%s) with the route %s", outside, prefix)
        .isEqualTo(NO_ROUTE);
  }

  @ParameterizedTest
  @CsvSource({
    "198.51.100.77, 192.0.2.4",
    "198.51.100.80, 192.0.2.3",
    "198.51.7.7, 192.0.2.2",
    "203.0.113.9, 192.0.2.1",
    "198.51.100.97, 192.0.2.5",
    "198.51.100.112, 192.0.2.3",
    "198.52.0.0, 192.0.2.1",
  })
  @Order(4)
  @Hint("The route with the longest prefix wins, not the first or the last route that matches.")
  void the_longest_prefix_wins_in_whatever_order_routes_were_added(
      String destination, String nextHop) {
    Map<String, String> routes = new LinkedHashMap<>();
    routes.put("0.0.0.0/0", "192.0.2.1");
    routes.put("198.51.0.0/16", "192.0.2.2");
    routes.put("198.51.100.0/24", "192.0.2.3");
    routes.put("198.51.100.64/28", "192.0.2.4");
    routes.put("198.51.100.96/28", "192.0.2.5");
    List<String> prefixes = new ArrayList<>(routes.keySet());
    for (int turn = 0; turn < prefixes.size(); turn++) {
      ForwardingTable turned = new MyForwardingTable();
      prefixes.forEach(prefix -> turned.add(prefix, routes.get(prefix)));
      assertThat(turned.lookup(destination))
          .as("lookup(%s), after routes were added in the order %s", destination, prefixes)
          .contains(nextHop);
      prefixes.add(prefixes.remove(0));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "8.8.8.8", "127.255.255.255", "128.0.0.0", "255.255.255.255"})
  @Hint("Java shifts an int only by the lowest five bits of the count, so << 32 does nothing.")
  void the_default_route_matches_every_destination(String destination) {
    table.add("0.0.0.0/0", "192.0.2.1");
    assertThat(found(destination)).as("lookup(%s)", destination).isEqualTo("192.0.2.1");
  }

  @Test
  void the_same_prefix_again_replaces_the_next_hop() {
    table.add("198.51.100.0/24", "192.0.2.1");
    table.add("198.51.100.0/24", "192.0.2.2");
    assertThat(found("198.51.100.1"))
        .as("lookup(198.51.100.1) after the second add")
        .isEqualTo("192.0.2.2");
    assertThat(table.remove("198.51.100.0/24")).as("remove").isTrue();
    assertThat(found("198.51.100.1"))
        .as("lookup(198.51.100.1) after the remove")
        .isEqualTo(NO_ROUTE);
  }

  @Test
  @Hint("10.1.2.3/8 and 10.0.0.0/8 are two texts for one prefix.")
  void host_bits_are_set_to_zero_in_add_and_in_remove() {
    table.add("10.1.2.3/8", "192.0.2.1");
    assertThat(found("10.200.0.1"))
        .as("lookup(10.200.0.1) after add of 10.1.2.3/8")
        .isEqualTo("192.0.2.1");
    table.add("10.0.0.0/8", "192.0.2.2");
    assertThat(found("10.200.0.1"))
        .as("lookup(10.200.0.1) after add of 10.0.0.0/8")
        .isEqualTo("192.0.2.2");
    assertThat(table.remove("10.7.7.7/8")).as("remove(10.7.7.7/8)").isTrue();
    assertThat(found("10.200.0.1")).as("lookup(10.200.0.1) after the remove").isEqualTo(NO_ROUTE);
  }

  @Test
  void remove_removes_that_prefix_and_keeps_shorter_and_longer_ones() {
    table.add("10.0.0.0/8", "192.0.2.8");
    table.add("10.1.0.0/16", "192.0.2.16");
    table.add("10.1.2.0/24", "192.0.2.24");
    assertThat(table.remove("10.1.2.0/23")).as("remove(10.1.2.0/23)").isFalse();
    assertThat(table.remove("10.1.0.0/16")).as("remove(10.1.0.0/16)").isTrue();
    assertThat(table.remove("10.1.0.0/16")).as("remove(10.1.0.0/16) again").isFalse();
    assertThat(found("10.1.2.3")).as("lookup(10.1.2.3)").isEqualTo("192.0.2.24");
    assertThat(found("10.1.3.3")).as("lookup(10.1.3.3)").isEqualTo("192.0.2.8");
  }

  @Test
  void lookups_follow_the_changes() {
    table.add("10.0.0.0/8", "192.0.2.8");
    assertThat(found("10.1.2.3")).as("lookup(10.1.2.3) with a /8").isEqualTo("192.0.2.8");
    table.add("10.1.0.0/16", "192.0.2.16");
    assertThat(found("10.1.2.3"))
        .as("lookup(10.1.2.3) with a /8 and a /16")
        .isEqualTo("192.0.2.16");
    table.remove("10.1.0.0/16");
    assertThat(found("10.1.2.3"))
        .as("lookup(10.1.2.3) after the /16 was removed")
        .isEqualTo("192.0.2.8");
  }

  @ParameterizedTest
  @ValueSource(strings = {"eth0", "", " ", "10.0.0.300", "fe80::1"})
  @Hint("The next hop may be any text: do not check it and do not change it.")
  void the_next_hop_is_returned_unchanged(String nextHop) {
    table.add("198.51.100.0/24", nextHop);
    assertThat(found("198.51.100.1"))
        .as("lookup(198.51.100.1) after add with the next hop \"%s\"", nextHop)
        .isEqualTo(nextHop);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "10.0.0.0",
        "10.0.0.0/",
        "/8",
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/8 ",
        " 10.0.0.0/8",
        "10.0.0.0/8/8",
        "10.0.0.0/x",
        "10.0/8",
        "10.0.0.256/8",
        "10.0.0.0/255.0.0.0"
      })
  void add_and_remove_refuse_a_text_that_is_not_a_prefix(String text) {
    assertThat(outcome(() -> table.add(text, "192.0.2.1")))
        .as("add(\"%s\")", text)
        .isEqualTo(REFUSED);
    assertThat(outcome(() -> table.remove(text))).as("remove(\"%s\")", text).isEqualTo(REFUSED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "10.0.0", "10.0.0.256", "010.0.0.1", "10.0.0.1/32", "10.0.0.1 "})
  void lookup_refuses_a_text_that_is_not_an_address(String text) {
    table.add("0.0.0.0/0", "192.0.2.1");
    assertThat(outcome(() -> table.lookup(text))).as("lookup(\"%s\")", text).isEqualTo(REFUSED);
  }

  @Test
  @Hint("Do not go through all routes. There are only 33 prefix lengths to try.")
  void four_times_as_many_routes_and_lookups_take_far_less_than_sixteen_times_as_long() {
    double nanosEach = nanosEach(FEW);
    nanosEach = Math.min(nanosEach, nanosEach(FEW));
    double nanosEachOfMany = nanosEach(MANY);
    nanosEachOfMany = Math.min(nanosEachOfMany, nanosEach(MANY));
    assertThat(MANY * nanosEachOfMany / (FEW * nanosEach))
        .as(
            "time for %,d routes and the same number of lookups (%,.0f ns each), divided by the"
                + " time for %,d routes and lookups (%,.0f ns each)",
            MANY, nanosEachOfMany, FEW, nanosEach)
        .isLessThan(TOO_MUCH_GROWTH);
  }

  /**
   * Adds routes to a new table and looks up an address of each. Returns the time for one add and
   * one lookup together, in nanoseconds. It uses the fastest of many short pieces, so that other
   * programs on the machine do not matter.
   */
  private static double nanosEach(int routes) {
    ForwardingTable table = new MyForwardingTable();
    long bestAdd = Long.MAX_VALUE;
    for (int from = 0; from < routes; from += PIECE) {
      Map<String, String> nextHops = new LinkedHashMap<>();
      for (int i = from; i < from + PIECE; i++) {
        nextHops.put(network(i) + (i % 2 == 0 ? "0.0/16" : "7.0/24"), "192.0.2." + i % 2);
      }
      long start = System.nanoTime();
      table.addAll(nextHops);
      if (from >= routes / 2) {
        bestAdd = Math.min(bestAdd, System.nanoTime() - start);
      }
    }
    long bestLookup = Long.MAX_VALUE;
    for (int from = 0; from < routes; from += PIECE) {
      List<String> destinations = new ArrayList<>();
      for (int i = from; i < from + PIECE; i++) {
        destinations.add(network(i) + (i % 2 == 0 ? "8.1" : "7.1"));
      }
      long start = System.nanoTime();
      List<Optional<String>> found = table.lookupAll(destinations);
      bestLookup = Math.min(bestLookup, System.nanoTime() - start);
      for (int i = 0; i < PIECE; i++) {
        assertThat(found.get(i))
            .as("lookup(%s) among %,d routes", destinations.get(i), routes)
            .contains("192.0.2." + i % 2);
      }
    }
    return (double) (bestAdd + bestLookup) / PIECE;
  }

  /** Returns the first two octets of a route. Two routes share them, and one contains the other. */
  private static String network(int route) {
    return (1 + route / 512) + "." + route / 2 % 256 + ".";
  }

  /** Returns the result of lookup as text, so that a failure shows it. */
  private String found(String destination) {
    return table.lookup(destination).orElse(NO_ROUTE);
  }

  private static String outcome(Runnable call) {
    try {
      call.run();
      return "no exception";
    } catch (IllegalArgumentException e) {
      return REFUSED;
    }
  }
}
