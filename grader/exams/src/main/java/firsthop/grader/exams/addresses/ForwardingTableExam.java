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
  /** Well over 4, for caches and collectors; well under 16, for calls cost something, too. */
  private static final int MAX_GROWTH = 10;

  /** A solution may be slow in its own way: only growth counts. */
  private static final int PATIENCE = 20_000;

  @Test
  @Points(2)
  @Clause(
      "Of all routes that match, the one with the longest prefix wins, in whatever order they were"
          + " added")
  @Hint("Neither the first nor the last route that matches wins, and 9 is less than 16.")
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
  @Clause("A route matches a destination if the first length bits of both are the same.")
  @Hint(
      "Where a longer prefix starts nearer to the destination but ends before it, a shorter one"
          + " matches all the same.")
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
  @Clause("A prefix of length 0 matches every destination; its route is the default route.")
  @Hint("What does Java make of a shift by 32?")
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
  @Clause("A prefix of length 32 matches one address.")
  @Hint("The longest prefix has no host bits at all, and it counts like any other.")
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
  @Clause("A route matches a destination if the first length bits of both are the same.")
  @Hint("A prefix is cut by bits; it may end in the midst of an octet.")
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
    "A new table is empty, and two tables share nothing."
  })
  @Hint("Without a default route there are destinations to which no route leads.")
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
    "If there is one with the same prefix, its next hop is replaced.",
    "any text, kept as it is: it need not be an address, it may be empty"
  })
  @Hint("A prefix has one next hop: the one that was said last, whatever it looks like.")
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
      "Host bits, those after the first length bits, are masked off: 10.1.2.3/8 is the prefix"
          + " 10.0.0.0/8, in every method.")
  @Hint("One prefix can be written in many ways, and all of them mean the same route.")
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
  @Hint("To be inside a prefix, or around it, is not to be that prefix.")
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
      "Gives the next hop for a destination, by the routes that are in the table at that moment.")
  @Hint("Routes come and go; an answer that was right before may be wrong now.")
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
    "A prefix is written as in 1.3: an address as in 1.1, a slash, and the length, 0 to 32, in"
        + " ASCII digits without a leading zero.",
    "if destination is no address"
  })
  @Hint("A length is held to the same strict rules as an octet, and a destination has none.")
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
  @TimeLimit(PATIENCE)
  @Points(2)
  @Clause(
      "So the time that n routes and n lookups take, in however many calls, grows about as n does:"
          + " four times as many of both may not take anything like sixteen times as long.")
  @Hint("A lookup that goes through all routes is too slow; so is an add that does.")
  void four_times_as_much_takes_nothing_like_sixteen_times_as_long(
      @Subject ForwardingTable warmUp,
      @Subject ForwardingTable first,
      @Subject ForwardingTable second,
      @Subject ForwardingTable third) {
    new GrowingTable(warmUp).warmUp();
    double growth = new GrowingTable(first).worstGrowth(MAX_GROWTH);
    for (ForwardingTable again : List.of(second, third)) {
      if (growth >= MAX_GROWTH) {
        growth = Math.min(growth, new GrowingTable(again).worstGrowth(MAX_GROWTH));
      }
    }
    assertThat(growth)
        .as("growth of the time when there are 4 times as many routes and lookups")
        .isLessThan(MAX_GROWTH);
  }

  private static void assertGives(ForwardingTable table, String destination, String nextHop) {
    assertThat(table.lookup(destination)).as("lookup(\"%s\")", destination).contains(nextHop);
  }

  private static void assertGivesNothing(ForwardingTable table, String destination) {
    assertThat(table.lookup(destination)).as("lookup(\"%s\")", destination).isEmpty();
  }
}
