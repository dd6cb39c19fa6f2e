package firsthop.grader.exams.dns;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.dns.CacheResult;
import firsthop.dns.CacheStatus;
import firsthop.dns.DnsCache;
import firsthop.dns.DnsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Talks to a cache, and remembers what it has said, so that a failure can tell what led to it. */
final class CacheSession {
  /** How many responses a failure tells, the last ones that speak of the name. */
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

  /** Demands a hit with just these records, all of one set, with the TTL that is left. */
  void assertHit(long nowMillis, DnsRecord... records) {
    CacheResult hit = new CacheResult(CacheStatus.HIT, List.of(records));
    assertLookup(nowMillis, records[0].name(), records[0].type(), hit);
  }

  /** Demands that there are no records, and why. */
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
        .collect(Collectors.joining("", relevant.isEmpty() ? "" : " after the responses", "\n"));
  }

  private record Stored(long millis, SyntheticResponse response) {}
}
