package firsthop.dns;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Uses two maps: one for what is known about a name and a type, and one for names that do not
 * exist. An entry stores the time at which it ends. A look-up compares this time with the current
 * time, so no clock has to run.
 *
 * <p>"Does not exist" has its own map, because it is about a name, and everything else is about a
 * name and a type. Storing in one map removes from the other one, so they never contradict each
 * other. Another way is one object for each name, which holds either its entries or "does not
 * exist".
 *
 * <p>An entry that has ended and is never looked up again stays in memory forever. A cache that
 * runs for a long time would remove such entries, for example with a queue in the order of their
 * ends.
 */
public final class MyDnsCache implements DnsCache {
  private static final int NO_ERROR = 0;
  private static final int NAME_ERROR = 3;
  private static final int SOA = 6;
  private static final long MILLIS = 1000;

  private static final CacheResult MISS = new CacheResult(CacheStatus.MISS, List.of());

  private final Map<String, Map<Integer, Entry>> sets = new HashMap<>();
  private final Map<String, Entry> nameErrors = new HashMap<>();

  /** Makes an empty cache. */
  public MyDnsCache() {}

  @Override
  public void store(DnsMessage response, long nowMillis) {
    boolean says = response.rcode() == NO_ERROR || response.rcode() == NAME_ERROR;
    if (says && !response.truncated()) {
      storeSets(response, nowMillis);
      storeWhatIsNot(response, nowMillis);
    }
  }

  @Override
  public CacheResult lookup(String name, int type, long nowMillis) {
    // Names in responses are already in lower case.
    String key = name.toLowerCase(Locale.ROOT);
    @Nullable Entry error = nameErrors.get(key);
    if (error != null && error.holds(nowMillis)) {
      return new CacheResult(CacheStatus.NAME_ERROR, List.of());
    }
    @Nullable Entry entry = sets.getOrDefault(key, Map.of()).get(type);
    if (entry == null || !entry.holds(nowMillis)) {
      return MISS;
    }
    return entry.records().isEmpty()
        ? new CacheResult(CacheStatus.NO_DATA, List.of())
        : new CacheResult(CacheStatus.HIT, entry.recordsAt(nowMillis));
  }

  private void storeSets(DnsMessage response, long nowMillis) {
    Map<Key, List<DnsRecord>> bySet =
        response.answers().stream()
            .collect(Collectors.groupingBy(record -> new Key(record.name(), record.type())));
    bySet.forEach((key, records) -> put(key, records, smallestTtl(records), nowMillis));
  }

  /** Stores that the end does not exist, or that it has no data. */
  private void storeWhatIsNot(DnsMessage response, long nowMillis) {
    DnsQuestion question = response.questions().get(0);
    Aliases aliases = Aliases.follow(question.name(), question.type(), response.answers());
    Optional<Long> ttl = negativeTtl(response);
    if (aliases.end().isEmpty() || ttl.isEmpty()) {
      return;
    }
    String end = aliases.end().get();
    if (response.rcode() == NAME_ERROR) {
      putNameError(end, ttl.get(), nowMillis);
    } else if (aliases.records().isEmpty()) {
      put(new Key(end, question.type()), List.of(), ttl.get(), nowMillis);
    }
  }

  /** Stores a record set; an empty set means that there is no data. */
  private void put(Key key, List<DnsRecord> records, long ttl, long nowMillis) {
    if (ttl > 0) {
      nameErrors.remove(key.name());
      sets.computeIfAbsent(key.name(), first -> new HashMap<>())
          .put(key.type(), new Entry(records, nowMillis + ttl * MILLIS));
    }
  }

  private void putNameError(String name, long ttl, long nowMillis) {
    if (ttl > 0) {
      sets.remove(name);
      nameErrors.put(name, new Entry(List.of(), nowMillis + ttl * MILLIS));
    }
  }

  private static Optional<Long> negativeTtl(DnsMessage response) {
    return response.authority().stream()
        .filter(record -> record.type() == SOA)
        .findFirst()
        .map(soa -> Math.min(soa.ttl(), minimum(soa.data())));
  }

  private static long minimum(String soaData) {
    return Long.parseLong(soaData.substring(soaData.lastIndexOf(' ') + 1));
  }

  private static long smallestTtl(List<DnsRecord> records) {
    return records.stream().mapToLong(DnsRecord::ttl).min().orElseThrow();
  }

  private record Key(String name, int type) {}

  /**
   * An entry of the cache.
   *
   * @param records the record set; empty for "no data" and for a name error
   * @param endMillis the first moment at which the entry is no longer valid
   */
  private record Entry(List<DnsRecord> records, long endMillis) {
    boolean holds(long nowMillis) {
      return nowMillis < endMillis;
    }

    /** Returns the records with the TTL that is left, rounded up to seconds. */
    List<DnsRecord> recordsAt(long nowMillis) {
      long left = (endMillis - nowMillis + MILLIS - 1) / MILLIS;
      return records.stream()
          .map(record -> new DnsRecord(record.name(), record.type(), left, record.data()))
          .toList();
    }
  }
}
