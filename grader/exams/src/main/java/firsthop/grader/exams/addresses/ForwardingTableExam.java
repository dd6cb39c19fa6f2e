package firsthop.grader.exams.addresses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import firsthop.addresses.ForwardingTable;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.grader.exam.TimeLimit;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

@Exam(ForwardingTable.class)
class ForwardingTableExam {
  /**
   * The greatest growth of the time that passes. It is well above 4, because caches and garbage
   * collection disturb the measurement, and well below 16, because every call has a fixed cost.
   */
  private static final int MAX_GROWTH = 10;

  /** Long enough for a slow solution: only the growth of the time counts. */
  private static final int TIME_LIMIT_MILLIS = 20_000;

  @Test
  @Points(2)
  @Clause(
      "If several routes match, the route with the longest prefix wins, no matter in which order"
          + " they were added")
  @Hint(
      "The route with the longest prefix wins, not the first or the last one. Compare lengths as"
          + " numbers, because as texts 9 comes after 16.")
  void longest_prefix_wins_in_whatever_order_routes_were_added(@Subject ForwardingTable table) {
    table.add("10.0.0.0/11", "192.0.2.11");
    table.add("10.0.0.0/16", "192.0.2.16");
    table.add("10.0.0.0/8", "192.0.2.8");
    table.add("10.0.0.0/24", "192.0.2.24");
    table.add("10.0.0.0/9", "192.0.2.9");
    table.add("10.0.0.0/23", "192.0.2.23");
    assertGives(table, "10.0.0.1", "192.0.2.24");
    assertGives(table, "10.0.1.1", "192.0.2.23");
    assertGives(table, "10.0.2.1", "192.0.2.16");
    assertGives(table, "10.1.0.1", "192.0.2.11");
    assertGives(table, "10.32.0.1", "192.0.2.9");
    assertGives(table, "10.128.0.1", "192.0.2.8");
  }

  @Test
  @Points(1)
  @Clause(
      "A route matches a destination if the first length bits of its prefix and of the"
          + " destination are the same.")
  @Hint(
      "A longer prefix may start nearer to the destination but end before it. Then a shorter"
          + " prefix that contains both is the match.")
  void shorter_prefix_matches_around_and_after_longer_ones(@Subject ForwardingTable table) {
    table.add("172.16.0.0/12", "192.0.2.12");
    table.add("172.18.0.0/16", "192.0.2.16");
    table.add("172.18.64.0/24", "192.0.2.24");
    table.add("172.18.64.7/32", "192.0.2.32");
    table.add("172.24.0.0/16", "192.0.2.17");
    assertGives(table, "172.17.255.255", "192.0.2.12");
    assertGives(table, "172.18.64.8", "192.0.2.24");
    assertGives(table, "172.18.65.0", "192.0.2.16");
    assertGives(table, "172.19.0.0", "192.0.2.12");
    assertGives(table, "172.23.255.255", "192.0.2.12");
    assertGives(table, "172.25.0.0", "192.0.2.12");
    assertGives(table, "172.31.255.255", "192.0.2.12");
    assertGivesNothing(table, "172.32.0.0");
  }

  @Test
  @Points(1)
  @Clause("A prefix of length 0 matches every destination. Its route is the default route.")
  @Hint(
      "Java shifts an int only by the lowest five bits of the count, so a shift by 32 does"
          + " nothing. Check your mask for length 0.")
  void default_route_matches_every_destination(@Subject ForwardingTable table) {
    assertGivesNothing(table, "203.0.113.9");
    table.add("0.0.0.0/0", "192.0.2.1");
    assertGives(table, "0.0.0.0", "192.0.2.1");
    assertGives(table, "127.255.255.255", "192.0.2.1");
    assertGives(table, "128.0.0.0", "192.0.2.1");
    assertGives(table, "203.0.113.9", "192.0.2.1");
    assertGives(table, "255.255.255.255", "192.0.2.1");
  }

  @Test
  @Points(1)
  @Clause("A prefix of length 32 matches exactly one address.")
  @Hint(
      "A prefix of length 32 has no host bits. It matches exactly one address and counts like any"
          + " other prefix.")
  void host_route_matches_one_address(@Subject ForwardingTable table) {
    table.add("198.51.100.128/32", "192.0.2.1");
    assertGives(table, "198.51.100.128", "192.0.2.1");
    assertGivesNothing(table, "198.51.100.127");
    assertGivesNothing(table, "198.51.100.129");
    table.add("198.51.100.130/31", "192.0.2.2");
    assertGives(table, "198.51.100.130", "192.0.2.2");
    assertGives(table, "198.51.100.131", "192.0.2.2");
    assertGivesNothing(table, "198.51.100.132");
    table.add("255.255.255.255/32", "192.0.2.3");
    assertGives(table, "255.255.255.255", "192.0.2.3");
    assertGivesNothing(table, "255.255.255.254");
  }

  @Test
  @Points(1)
  @Clause(
      "A route matches a destination if the first length bits of its prefix and of the"
          + " destination are the same.")
  @Hint("A prefix is a number of bits and may end inside an octet. Compare bits, not octets.")
  void prefix_may_end_inside_an_octet(@Subject ForwardingTable table) {
    table.add("198.51.96.0/20", "192.0.2.20");
    table.add("198.51.112.64/26", "192.0.2.26");
    table.add("64.0.0.0/3", "192.0.2.3");
    assertGives(table, "198.51.96.0", "192.0.2.20");
    assertGives(table, "198.51.111.255", "192.0.2.20");
    assertGivesNothing(table, "198.51.95.255");
    assertGivesNothing(table, "198.51.112.0");
    assertGivesNothing(table, "198.51.112.63");
    assertGives(table, "198.51.112.64", "192.0.2.26");
    assertGives(table, "198.51.112.127", "192.0.2.26");
    assertGivesNothing(table, "198.51.112.128");
    assertGivesNothing(table, "63.255.255.255");
    assertGives(table, "64.0.0.0", "192.0.2.3");
    assertGives(table, "95.255.255.255", "192.0.2.3");
    assertGivesNothing(table, "96.0.0.0");
  }

  @Test
  @Points(1)
  @Clause({
    "the next hop of the longest prefix that matches, or empty if no route matches",
    "A new table is empty. A change in one table does not change another table."
  })
  @Hint(
      "Without a default route, some destinations have no route: return empty. Each table needs"
          + " its own data, so do not use static fields.")
  void no_route_gives_no_next_hop(@Subject ForwardingTable table, @Subject ForwardingTable other) {
    assertGivesNothing(table, "192.168.1.1");
    assertGivesNothing(table, "0.0.0.0");
    table.add("192.168.1.0/24", "192.0.2.1");
    table.add("192.168.3.0/24", "192.0.2.2");
    assertGives(table, "192.168.1.1", "192.0.2.1");
    assertGivesNothing(table, "192.168.2.1");
    assertGivesNothing(table, "192.168.0.255");
    assertGivesNothing(table, "193.168.1.1");
    assertGivesNothing(other, "192.168.1.1");
  }

  @Test
  @Points(1)
  @Clause({
    "If there is a route with the same prefix, its next hop is replaced.",
    "any text; it does not have to be an address, and it may be empty.",
    "returns exactly this text"
  })
  @Hint(
      "A prefix has one next hop, the last one that was added. It may be any text, so do not"
          + " check or trim it.")
  void same_prefix_again_replaces_the_next_hop(@Subject ForwardingTable table) {
    table.add("10.1.0.0/16", "192.0.2.1");
    table.add("10.2.0.0/16", "192.0.2.2");
    table.add("10.1.0.0/16", "192.0.2.3");
    assertGives(table, "10.1.7.1", "192.0.2.3");
    assertGives(table, "10.2.7.1", "192.0.2.2");
    table.add("10.2.0.0/16", " eth0 ");
    assertGives(table, "10.1.7.2", "192.0.2.3");
    assertGives(table, "10.2.7.2", " eth0 ");
    table.add("10.1.0.0/16", "");
    assertGives(table, "10.1.7.3", "");
    assertThat(table.remove("10.1.0.0/16")).as("remove(\"10.1.0.0/16\")").isTrue();
    assertGivesNothing(table, "10.1.7.4");
  }

  @Test
  @Points(1)
  @Clause(
      "The host bits are the bits after the first length bits. Every method sets them to 0:"
          + " 10.1.2.3/8 is the prefix 10.0.0.0/8.")
  @Hint("One prefix can be written in many ways. Set its host bits to 0 in add and in remove.")
  void host_bits_are_masked_off(@Subject ForwardingTable table) {
    table.add("10.200.30.4/8", "192.0.2.1");
    assertGives(table, "10.0.0.1", "192.0.2.1");
    assertGives(table, "10.200.30.4", "192.0.2.1");
    assertGivesNothing(table, "11.200.30.4");
    table.add("10.0.0.9/8", "192.0.2.1");
    assertThat(table.remove("10.7.7.7/8")).as("remove(\"10.7.7.7/8\")").isTrue();
    assertGivesNothing(table, "10.200.30.5");
  }

  @Test
  @Points(1)
  @Clause({
    "Removes the route with exactly this prefix. Routes with a shorter or longer prefix stay.",
    "whether there was a route with this prefix"
  })
  @Hint(
      "Remove a route only if both its network and its length are equal. A longer or shorter"
          + " prefix is another route.")
  void remove_takes_exactly_that_prefix(@Subject ForwardingTable table) {
    assertThat(table.remove("10.0.0.0/16")).as("remove from an empty table").isFalse();
    table.add("10.0.0.0/12", "192.0.2.12");
    table.add("10.0.0.0/16", "192.0.2.16");
    table.add("10.0.0.0/24", "192.0.2.24");
    assertThat(table.remove("10.0.0.0/20")).as("remove(\"10.0.0.0/20\")").isFalse();
    assertThat(table.remove("10.1.0.0/16")).as("remove(\"10.1.0.0/16\")").isFalse();
    assertThat(table.remove("10.0.0.0/32")).as("remove(\"10.0.0.0/32\")").isFalse();
    assertGives(table, "10.0.1.1", "192.0.2.16");
    assertThat(table.remove("10.0.0.0/16")).as("remove(\"10.0.0.0/16\")").isTrue();
    assertThat(table.remove("10.0.0.0/16")).as("remove(\"10.0.0.0/16\") again").isFalse();
    assertGives(table, "10.0.0.1", "192.0.2.24");
    assertGives(table, "10.0.1.2", "192.0.2.12");
    assertThat(table.remove("10.0.0.0/12")).as("remove(\"10.0.0.0/12\")").isTrue();
    assertGives(table, "10.0.0.2", "192.0.2.24");
    assertGivesNothing(table, "10.0.1.3");
  }

  @Test
  @Points(1)
  @Clause(
      "Returns the next hop for a destination, from the routes that are in the table at that"
          + " moment.")
  @Hint("Routes change between lookups. If you keep old answers, they may be wrong now.")
  void answers_follow_every_change_of_the_routes(@Subject ForwardingTable table) {
    assertGivesNothing(table, "100.64.1.9");
    table.add("100.64.0.0/16", "192.0.2.16");
    assertGives(table, "100.64.1.9", "192.0.2.16");
    table.add("100.64.1.0/24", "192.0.2.24");
    assertGives(table, "100.64.1.9", "192.0.2.24");
    table.remove("100.64.1.0/24");
    assertGives(table, "100.64.1.9", "192.0.2.16");
    table.addAll(Map.of("100.64.1.8/29", "192.0.2.29"));
    assertThat(table.lookupAll(List.of("100.64.1.9", "100.64.1.7", "1.1.1.1")))
        .as("lookupAll of 100.64.1.9, 100.64.1.7, 1.1.1.1")
        .containsExactly(Optional.of("192.0.2.29"), Optional.of("192.0.2.16"), Optional.empty());
    table.remove("100.64.0.0/16");
    assertGivesNothing(table, "100.64.1.7");
    table.add("100.64.0.0/16", "192.0.2.17");
    assertGives(table, "100.64.1.7", "192.0.2.17");
  }

  @Test
  @Points(1)
  @Clause({
    "A prefix is written as in 1.3: an address as in 1.1, a slash, and a length from 0 to 32 in"
        + " ASCII digits without a leading zero.",
    "if destination is not an address"
  })
  @Hint("A length follows the same strict rules as an octet. A destination has no length.")
  void refuses_what_is_no_prefix_or_no_address(@Subject ForwardingTable table) {
    table.add("10.0.0.0/9", "192.0.2.9");
    assertGives(table, "10.0.0.1", "192.0.2.9");
    List<String> noPrefixes =
        List.of(
            "10.0.0.0",
            "10.0.0.0/",
            "10.0.0.0/33",
            "10.0.0.0/-1",
            "10.0.0.0/+9",
            "10.0.0.0/09",
            "10.0.0.0/00",
            "10.0.0.0/9/9",
            "10.0.0.0/9/",
            "10.0.0.0/9 ",
            "10.0.0.0 /9",
            "/9",
            "",
            "10.0.0/9",
            "10.0.0.256/9",
            "010.0.0.0/9",
            "10.0.0.0/x",
            "10.0.0.0/255.128.0.0",
            "10.0.0.0/\u0669",
            "10.0.0.0/4294967305");
    for (String text : noPrefixes) {
      assertThatIllegalArgumentException()
          .as("add(\"%s\", \"192.0.2.1\")", text)
          .isThrownBy(() -> table.add(text, "192.0.2.1"));
      assertThatIllegalArgumentException()
          .as("remove(\"%s\")", text)
          .isThrownBy(() -> table.remove(text));
    }
    for (String text : List.of("", "10.0.0", "10.0.0.256", "10.0.0.1/32", "10.0.0.1 ", "host")) {
      assertThatIllegalArgumentException()
          .as("lookup(\"%s\")", text)
          .isThrownBy(() -> table.lookup(text));
    }
    assertGives(table, "10.0.0.2", "192.0.2.9");
  }

  @Test
  @TimeLimit(TIME_LIMIT_MILLIS)
  @Points(2)
  @Clause(
      "So the time for n routes and n lookups, in many calls or in few, must grow about as fast"
          + " as n itself: four times as many routes and lookups must take far less than sixteen"
          + " times as long.")
  @Hint(
      "An add or a lookup that goes through all routes is too slow. There are only 33 prefix"
          + " lengths to try.")
  void four_times_as_many_routes_take_far_less_than_sixteen_times_as_long(
      @Subject ForwardingTable warmUp,
      @Subject ForwardingTable first,
      @Subject ForwardingTable second,
      @Subject ForwardingTable third) {
    new ForwardingTableBenchmark(warmUp).warmUp();
    double growth = new ForwardingTableBenchmark(first).worstGrowth(MAX_GROWTH);
    for (ForwardingTable again : List.of(second, third)) {
      if (growth >= MAX_GROWTH) {
        growth = Math.min(growth, new ForwardingTableBenchmark(again).worstGrowth(MAX_GROWTH));
      }
    }
    assertThat(growth)
        .as("time for 4 times as many routes and lookups, divided by the time before")
        .isLessThan(MAX_GROWTH);
  }

  private static void assertGives(ForwardingTable table, String destination, String nextHop) {
    assertThat(table.lookup(destination)).as("lookup(\"%s\")", destination).contains(nextHop);
  }

  private static void assertGivesNothing(ForwardingTable table, String destination) {
    assertThat(table.lookup(destination)).as("lookup(\"%s\")", destination).isEmpty();
  }
}
