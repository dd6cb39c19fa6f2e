package firsthop.dns;

import static firsthop.dns.SmallInternet.SERVER_3;
import static firsthop.dns.SmallInternet.SERVER_4;
import static firsthop.dns.Turn.A;
import static firsthop.dns.Turn.MX;
import static firsthop.dns.Turn.answer;
import static firsthop.dns.Turn.code;
import static firsthop.dns.Turn.hearsay;
import static firsthop.dns.Turn.noSuchName;
import static firsthop.dns.Turn.referral;
import static firsthop.dns.Turn.silence;
import static firsthop.dns.Turn.truncated;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Your own classes from 4.1 to 4.4 write the questions and read the answers; the tests have the
 * name servers. {@link SmallInternet} explains how the servers take turns.
 */
@ExerciseTest(IterativeResolver.class)
class IterativeResolverTest {
  private static final String WWW = "www.shop.example";
  private static final String ADDRESS = "192.0.2.80";

  /** A time-out for servers that answer at once. */
  private static final int LONG = 1_000;

  private static final int MAX_QUERIES = 64;
  private static final int REFUSED = 5;
  private static final int SERVER_FAILURE = 2;

  private final IterativeResolver resolver = new MyIterativeResolver();

  @Test
  @Order(1)
  @Hint(
      "Begin at the root. The additional section of a referral has the address of the next"
          + " server.")
  void referrals_lead_from_the_root_to_the_answer() throws IOException {
    try (SmallInternet net =
        SmallInternet.of(
            toExample(), toShop(), answer(WWW + " A " + ADDRESS, WWW + " A 192.0.2.81"))) {
      assertThat(outcome(net, WWW, A)).isEqualTo("192.0.2.80 192.0.2.81");
      assertThat(net.questions())
          .as("queries to the root, example and shop.example")
          .containsExactly(WWW + " A", WWW + " A", WWW + " A");
      assertThat(net.recursionDesired())
          .as("whether recursion was desired, for each query")
          .containsExactly(false, false, false);
    }
  }

  @Test
  @Order(2)
  @Hint("If a server does not answer in time, ask the next one.")
  void a_silent_server_is_passed_over() throws IOException {
    try (SmallInternet net =
        SmallInternet.of(silence(), toExample(), toShop(), answer(WWW + " A " + ADDRESS))) {
      assertThat(outcome(net, WWW, A, 150)).isEqualTo(ADDRESS);
      assertThat(net.questions()).as("queries that the servers received").hasSize(4);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {SERVER_FAILURE, REFUSED, 0})
  @Order(3)
  @Hint(
      "A message that is neither an answer with AA nor a referral further down does not"
          + " help: ask the next server.")
  void a_server_that_only_says_a_code_is_passed_over(int code) throws IOException {
    try (SmallInternet net =
        SmallInternet.of(code(code), toExample(), toShop(), answer(WWW + " A " + ADDRESS))) {
      assertThat(outcome(net, WWW, A)).isEqualTo(ADDRESS);
    }
  }

  @Test
  @Order(4)
  @Hint("Only a message with AA is an answer. Other records may be old, or false.")
  void an_answer_without_authority_is_none() throws IOException {
    try (SmallInternet net =
        SmallInternet.of(
            hearsay(WWW + " A 203.0.113.66"),
            toExample(),
            toShop(),
            answer(WWW + " A " + ADDRESS))) {
      assertThat(outcome(net, WWW, A)).isEqualTo(ADDRESS);
    }
  }

  @Test
  @Order(5)
  @Hint("If no server of a zone helps, throw a ServerFailureException.")
  void when_no_server_helps_that_is_a_server_failure() throws IOException {
    try (SmallInternet net = SmallInternet.of(code(REFUSED), code(REFUSED))) {
      assertThat(outcome(net, WWW, A)).isEqualTo("ServerFailureException");
      assertThat(net.questions()).as("queries to two root servers").hasSize(2);
    }
  }

  @Test
  @Order(6)
  @Hint("Code 3 with AA is an answer. A message with AA and without records is an answer, too.")
  void a_name_that_does_not_exist_is_told_from_one_without_such_records() throws IOException {
    try (SmallInternet net = SmallInternet.of(toExample(), toShop(), noSuchName())) {
      assertThat(outcome(net, "nobody.shop.example", A)).isEqualTo("NameNotFoundException");
    }
    try (SmallInternet net = SmallInternet.of(toExample(), toShop(), answer())) {
      assertThat(outcome(net, WWW, MX)).isEqualTo("no records");
    }
  }

  @Test
  @Order(7)
  @Hint("The name at the end of an alias may lie in another zone. Then begin at the root again.")
  void an_alias_that_leaves_the_zone_is_followed_from_the_root() throws IOException {
    try (SmallInternet net =
        SmallInternet.of(
            toExample(),
            toShop(),
            answer("away.shop.example CNAME www.test", "www.test A 203.0.113.66"),
            referral("test", "ns.test").glue("ns.test", SERVER_3),
            answer("www.test A " + ADDRESS))) {
      assertThat(outcome(net, "away.shop.example", A)).isEqualTo(ADDRESS);
      assertThat(net.questions())
          .as("queries that the servers received")
          .endsWith("away.shop.example A", "www.test A", "www.test A");
    }
  }

  @Test
  @Order(8)
  @Hint("If the address of a server is missing, resolve the server's name like any other name.")
  void a_name_server_without_glue_is_looked_up() throws IOException {
    try (SmallInternet net =
        SmallInternet.of(
            toExample(),
            referral("far.example", "ns.test"),
            referral("test", "a.test").glue("a.test", SERVER_3),
            answer("ns.test A " + SERVER_4),
            answer("www.far.example A " + ADDRESS))) {
      assertThat(outcome(net, "www.far.example", A)).isEqualTo(ADDRESS);
      assertThat(net.questions())
          .as("queries that the servers received")
          .containsExactly(
              "www.far.example A",
              "www.far.example A",
              "ns.test A",
              "ns.test A",
              "www.far.example A");
    }
  }

  @Test
  @Order(9)
  @Hint("A server of example has no authority over the addresses of names in test.")
  void glue_from_outside_the_zone_is_not_believed() throws IOException {
    try (SmallInternet net =
        SmallInternet.of(
            toExample(),
            referral("far.example", "ns.test").glue("ns.test", SERVER_3),
            answer("ns.test A " + SERVER_4),
            answer("www.far.example A " + ADDRESS))) {
      assertThat(outcome(net, "www.far.example", A)).isEqualTo(ADDRESS);
      assertThat(net.questions())
          .as("queries that the servers received")
          .containsExactly(
              "www.far.example A", "www.far.example A", "ns.test A", "www.far.example A");
    }
  }

  @Test
  @Order(10)
  @Hint("A truncated answer is only a reason to ask the same server again, over TCP.")
  void what_was_truncated_is_asked_again_over_tcp() throws IOException {
    try (SmallInternet net =
        SmallInternet.of(toExample(), truncated(), toShop(), answer(WWW + " A " + ADDRESS))) {
      assertThat(outcome(net, WWW, A)).isEqualTo(ADDRESS);
      assertThat(net.questions())
          .as("queries that the servers received")
          .containsExactly(WWW + " A", WWW + " A", WWW + " A over TCP", WWW + " A");
      assertThat(net.recursionDesired())
          .as("whether recursion was desired, for each query")
          .doesNotContain(true);
    }
  }

  @Test
  @Order(11)
  @Hint("A referral must lead further down, on the way to the name. Any other one does not help.")
  void a_referral_that_leads_back_is_of_no_help() throws IOException {
    try (SmallInternet net =
        SmallInternet.of(
            toExample().and("b.nic.example").glue("b.nic.example", SERVER_4),
            referral("example", "a.nic.example").glue("a.nic.example", SERVER_3),
            toShop(),
            answer(WWW + " A " + ADDRESS))) {
      assertThat(outcome(net, WWW, A)).isEqualTo(ADDRESS);
      assertThat(net.questions()).as("queries that the servers received").hasSize(4);
    }
  }

  @Test
  @Order(12)
  @Hint("Count all queries of one call, and stop at 64.")
  void a_delegation_that_leads_nowhere_comes_to_an_end() throws IOException {
    try (SmallInternet net = SmallInternet.always(referral("example", "ns.example"))) {
      assertThat(outcome(net, WWW, A)).isEqualTo("ServerFailureException");
      assertThat(net.questions().size()).as("number of queries").isLessThanOrEqualTo(MAX_QUERIES);
    }
  }

  private static Turn toExample() {
    return referral("example", "a.nic.example").glue("a.nic.example", SERVER_3);
  }

  private static Turn toShop() {
    return referral("shop.example", "ns.shop.example").glue("ns.shop.example", SERVER_4);
  }

  private String outcome(SmallInternet net, String name, int type) {
    return outcome(net, name, type, LONG);
  }

  /** Returns the result of a call as a text: the data of the records, or the exception. */
  private String outcome(SmallInternet net, String name, int type, int timeoutMillis) {
    try {
      List<DnsRecord> found = resolver.resolve(name, type, net.roots(), net.port(), timeoutMillis);
      return found.isEmpty()
          ? "no records"
          : found.stream().map(DnsRecord::data).collect(Collectors.joining(" "));
    } catch (NameNotFoundException e) {
      return "NameNotFoundException";
    } catch (ServerFailureException e) {
      return "ServerFailureException";
    } catch (IOException e) {
      return e.toString();
    }
  }
}
