package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.dns.CacheResult;
import firsthop.dns.CacheStatus;
import firsthop.dns.DnsCache;
import firsthop.dns.DnsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Calls a cache and records the responses, so that a failure message can show them. */
final class CacheSession {
  /** How many responses a failure message shows: the last ones about the name. */
  private static final int TOLD = 6;

  private final DnsCache cache;
  private final List<Stored> stored = new ArrayList<>();

  CacheSession(DnsCache cache) {
    this.cache = cache;
  }

  void store(long nowMillis, SyntheticResponse response) {
    stored.add(new Stored(nowMillis, response));
    cache.store(response.message(), nowMillis);
  }

  /** Asserts that a look-up is a hit with exactly these records of one set, in this order. */
  void assertHit(long nowMillis, DnsRecord... records) {
    CacheResult hit = new CacheResult(CacheStatus.HIT, List.of(records));
    assertLookup(nowMillis, records[0].name(), records[0].type(), hit);
  }

  /** Asserts that a look-up has this status and no records. */
  void assertLookup(long nowMillis, String name, int type, CacheStatus status) {
    assertLookup(nowMillis, name, type, new CacheResult(status, List.of()));
  }

  void assertLookup(long nowMillis, String name, int type, CacheResult result) {
    CacheResult came = cache.lookup(name, type, nowMillis);
    assertThat(came)
        .as("lookup(\"%s\", %d, %d)%s", name, type, nowMillis, whatLedTo(name))
        .isEqualTo(result);
  }

  private String whatLedTo(String name) {
    List<Stored> relevant = stored.stream().filter(one -> one.response.speaksOf(name)).toList();
    return relevant.stream()
        .skip(Math.max(0, relevant.size() - TOLD))
        .map(one -> "\n  at " + one.millis + " " + one.response)
        .collect(Collectors.joining("", relevant.isEmpty() ? "" : " after these responses", "\n"));
  }

  private record Stored(long millis, SyntheticResponse response) {}
}
