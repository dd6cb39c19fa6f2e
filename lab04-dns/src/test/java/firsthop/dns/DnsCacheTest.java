package firsthop.dns;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.kit.ExerciseTest;
import firsthop.kit.Hint;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * These tests use no server: they make the responses and the time themselves. The result of a
 * look-up is shown as a text such as {@code HIT [www.example 1 300 192.0.2.1]}: name, type, TTL and
 * data.
 */
@ExerciseTest(DnsCache.class)
class DnsCacheTest {
  private static final int A = 1;
  private static final int CNAME = 5;
  private static final int SOA = 6;
  private static final int MX = 15;
  private static final int AAAA = 28;

  private static final String WWW = "www.example";
  private static final String NOWHERE = "nowhere.example";

  private final DnsCache cache = new MyDnsCache();

  @Test
  @Order(1)
  void what_is_stored_is_found() {
    cache.store(answer(WWW, A, record(WWW, A, 300, "192.0.2.1")), 1_000);
    assertKnows(WWW, A, 1_000, "HIT [www.example 1 300 192.0.2.1]");
  }

  @ParameterizedTest
  @CsvSource({"www.example, 15", "example, 1", "a.www.example, 1", "ww.example, 1"})
  @Order(2)
  @Hint("An entry belongs to one name and one type.")
  void another_name_or_another_type_is_a_miss(String name, int type) {
    assertKnows(WWW, A, 0, "MISS []");
    cache.store(answer(WWW, A, record(WWW, A, 300, "192.0.2.1")), 0);
    assertKnows(name, type, 0, "MISS []");
  }

  @Test
  @Order(3)
  void an_answer_may_have_several_record_sets() {
    DnsRecord alias = record("alias.example", CNAME, 300, WWW);
    DnsRecord address = record(WWW, A, 60, "192.0.2.1");
    DnsRecord second = record(WWW, A, 60, "192.0.2.2");
    cache.store(answer("alias.example", A, alias, address, second), 0);
    assertKnows("alias.example", CNAME, 0, "HIT [alias.example 5 300 www.example]");
    assertKnows(WWW, A, 0, "HIT [www.example 1 60 192.0.2.1, www.example 1 60 192.0.2.2]");
    assertKnows("alias.example", A, 0, "MISS []");
  }

  @ParameterizedTest
  @CsvSource({
    "10000, 3",
    "10001, 3",
    "10999, 3",
    "11000, 2",
    "11001, 2",
    "12000, 1",
    "12999, 1",
  })
  @Order(4)
  @Hint("Compute the milliseconds that are left, and then round up to seconds.")
  void the_ttl_is_what_is_left_rounded_up(long nowMillis, long ttl) {
    cache.store(answer(WWW, A, record(WWW, A, 3, "192.0.2.1")), 10_000);
    assertKnows(WWW, A, nowMillis, "HIT [www.example 1 " + ttl + " 192.0.2.1]");
  }

  @ParameterizedTest
  @ValueSource(longs = {13_000, 13_001, 20_000})
  @Order(5)
  @Hint("Three seconds after it was stored, the entry is gone.")
  void a_set_is_gone_when_its_time_is_over(long nowMillis) {
    cache.store(answer(WWW, A, record(WWW, A, 3, "192.0.2.1")), 10_000);
    assertKnows(WWW, A, 12_999, "HIT [www.example 1 1 192.0.2.1]");
    assertKnows(WWW, A, nowMillis, "MISS []");
  }

  @Test
  @Order(6)
  @Hint("RFC 2181 §5.2: a set is kept or removed as a whole.")
  void a_set_has_the_smallest_ttl_of_its_records() {
    DnsRecord one = record(WWW, A, 300, "192.0.2.1");
    DnsRecord two = record(WWW, A, 20, "192.0.2.2");
    DnsRecord three = record(WWW, A, 100, "192.0.2.3");
    cache.store(answer(WWW, A, one, two, three), 0);
    assertKnows(
        WWW,
        A,
        5_000,
        "HIT [www.example 1 15 192.0.2.1, www.example 1 15 192.0.2.2, www.example 1 15 192.0.2.3]");
    assertKnows(WWW, A, 20_000, "MISS []");
  }

  @ParameterizedTest
  @ValueSource(strings = {"WWW.EXAMPLE", "Www.Example", "www.example"})
  @Order(7)
  void the_case_of_letters_is_ignored(String name) {
    cache.store(answer(WWW, A, record(WWW, A, 300, "192.0.2.1")), 0);
    assertKnows(name, A, 0, "HIT [www.example 1 300 192.0.2.1]");
  }

  @Test
  @Order(8)
  void the_latest_answer_wins() {
    cache.store(answer(WWW, A, record(WWW, A, 300, "192.0.2.1")), 0);
    cache.store(answer(WWW, A, record(WWW, A, 10, "192.0.2.2")), 1_000);
    assertKnows(WWW, A, 1_000, "HIT [www.example 1 10 192.0.2.2]");
    assertKnows(WWW, A, 11_000, "MISS []");
  }

  @ParameterizedTest
  @ValueSource(ints = {A, MX, AAAA})
  @Order(9)
  @Hint("Code 3 is about the name, so it is about every type of this name.")
  void a_name_that_does_not_exist_has_no_type_at_all(int type) {
    cache.store(nothing(3, NOWHERE, A, 60, 60), 0);
    assertKnows(NOWHERE, type, 0, "NAME_ERROR []");
    assertKnows(WWW, type, 0, "MISS []");
  }

  @Test
  @Order(10)
  @Hint(
      "Code 0 without a record of the type that was asked for: the name exists, but not"
          + " with this type.")
  void a_name_may_have_no_data_of_one_type() {
    cache.store(nothing(0, WWW, AAAA, 60, 60), 0);
    assertKnows(WWW, AAAA, 0, "NO_DATA []");
    assertKnows(WWW, A, 0, "MISS []");
  }

  @ParameterizedTest
  @CsvSource({"300, 10, 10", "10, 300, 10", "20, 20, 20"})
  @Order(11)
  @Hint(
      "RFC 2308 §5: take the smaller of two numbers, the TTL of the SOA record and the last"
          + " number in its data.")
  void that_there_is_nothing_holds_as_long_as_the_soa_says(long ttl, long minimum, long seconds) {
    cache.store(nothing(3, NOWHERE, A, ttl, minimum), 500);
    cache.store(nothing(0, WWW, A, ttl, minimum), 500);
    long end = 500 + 1_000 * seconds;
    assertKnows(NOWHERE, A, end - 1, "NAME_ERROR []");
    assertKnows(WWW, A, end - 1, "NO_DATA []");
    assertKnows(NOWHERE, A, end, "MISS []");
    assertKnows(WWW, A, end, "MISS []");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  @Order(12)
  @Hint("Only an SOA record in the authority section says for how long \"nothing\" is valid.")
  void without_an_soa_record_nothing_is_not_remembered(int code) {
    DnsRecord server = record("example", 2, 60, "ns.example");
    cache.store(response(code, false, WWW, A, List.of(), List.of(server)), 0);
    assertKnows(WWW, A, 0, "MISS []");
  }

  @Test
  @Order(13)
  @Hint("The alias exists. The name that does not exist is the one at the end of the aliases.")
  void it_is_the_end_of_the_aliases_that_does_not_exist() {
    DnsRecord one = record("one.example", CNAME, 60, "two.example");
    DnsRecord two = record("two.example", CNAME, 60, NOWHERE);
    cache.store(response(3, false, "one.example", A, List.of(one, two), List.of(soa(60, 60))), 0);
    assertKnows(NOWHERE, A, 0, "NAME_ERROR []");
    assertKnows("one.example", A, 0, "MISS []");
    assertKnows("one.example", CNAME, 0, "HIT [one.example 5 60 two.example]");
    assertKnows("two.example", CNAME, 0, "HIT [two.example 5 60 nowhere.example]");
  }

  @ParameterizedTest
  @CsvSource({"0, true", "3, true", "2, false", "5, false"})
  @Order(14)
  @Hint("A truncated response and a failed one both leave the cache as it was.")
  void a_truncated_or_failed_response_changes_nothing(int code, boolean truncated) {
    cache.store(answer(WWW, A, record(WWW, A, 300, "192.0.2.1")), 0);
    cache.store(response(code, truncated, WWW, A, List.of(), List.of(soa(60, 60))), 0);
    assertKnows(WWW, A, 0, "HIT [www.example 1 300 192.0.2.1]");
    cache.store(response(code, truncated, NOWHERE, A, List.of(), List.of(soa(60, 60))), 0);
    assertKnows(NOWHERE, A, 0, "MISS []");
  }

  @Test
  @Order(15)
  @Hint("What is valid for 0 seconds is not stored, and it removes nothing.")
  void what_holds_for_0_seconds_changes_nothing() {
    cache.store(answer(WWW, A, record(WWW, A, 300, "192.0.2.1")), 0);
    cache.store(answer(WWW, A, record(WWW, A, 0, "192.0.2.2")), 0);
    cache.store(nothing(3, WWW, A, 60, 0), 0);
    assertKnows(WWW, A, 0, "HIT [www.example 1 300 192.0.2.1]");
  }

  @Test
  @Order(16)
  @Hint(
      "If the name does not exist, nothing that was stored about it is valid any more,"
          + " whatever the type.")
  void that_a_name_does_not_exist_removes_all_of_its_types() {
    cache.store(answer(WWW, A, record(WWW, A, 300, "192.0.2.1")), 0);
    cache.store(answer(WWW, MX, record(WWW, MX, 300, "10 mail.example")), 0);
    cache.store(nothing(3, WWW, AAAA, 10, 10), 0);
    assertKnows(WWW, A, 0, "NAME_ERROR []");
    assertKnows(WWW, MX, 0, "NAME_ERROR []");
    assertKnows(WWW, A, 10_000, "MISS []");
  }

  @Test
  @Order(17)
  @Hint("A name that has an address exists, so it no longer has a name error.")
  void an_answer_removes_that_the_name_does_not_exist() {
    cache.store(nothing(3, WWW, A, 300, 300), 0);
    cache.store(answer(WWW, A, record(WWW, A, 60, "192.0.2.1")), 0);
    assertKnows(WWW, A, 0, "HIT [www.example 1 60 192.0.2.1]");
    assertKnows(WWW, MX, 0, "MISS []");
  }

  private void assertKnows(String name, int type, long nowMillis, String expected) {
    CacheResult result = cache.lookup(name, type, nowMillis);
    String text =
        result.records().stream()
            .map(one -> one.name() + " " + one.type() + " " + one.ttl() + " " + one.data())
            .collect(Collectors.joining(", ", result.status() + " [", "]"));
    assertThat(text).as("lookup(\"%s\", %d, %d)", name, type, nowMillis).isEqualTo(expected);
  }

  private static DnsRecord record(String name, int type, long ttl, String data) {
    return new DnsRecord(name, type, ttl, data);
  }

  private static DnsRecord soa(long ttl, long minimum) {
    return record("example", SOA, ttl, "ns.example admin.example 7 7200 3600 86400 " + minimum);
  }

  private static DnsMessage answer(String name, int type, DnsRecord... answers) {
    return response(0, false, name, type, List.of(answers), List.of());
  }

  /** Makes a response with no such name (code 3) or no data of this type (code 0), and an SOA. */
  private static DnsMessage nothing(int code, String name, int type, long ttl, long minimum) {
    return response(code, false, name, type, List.of(), List.of(soa(ttl, minimum)));
  }

  private static DnsMessage response(
      int code,
      boolean truncated,
      String name,
      int type,
      List<DnsRecord> answers,
      List<DnsRecord> authority) {
    List<DnsQuestion> question = List.of(new DnsQuestion(name, type));
    return new DnsMessage(
        7, true, false, truncated, true, true, code, question, answers, authority, List.of());
  }
}
