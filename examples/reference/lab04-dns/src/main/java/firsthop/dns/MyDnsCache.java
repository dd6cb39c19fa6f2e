package firsthop.dns;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Two maps: what is known of a name and type, and which names do not exist. An entry knows when it
 * ends; that the time has come is seen when it is looked up, so nobody has to watch a clock.
 *
 * <p>"Does not exist" is a map of its own since it is about a name, while all else is about a name
 * and type. Storing in one map removes from the other, so a look-up has no conflict to settle.
 * Instead, each name could have one object that holds either the one thing or the other.
 *
 * <p>What has ended and is never asked for again stays here for ever. A cache that lives long would
 * throw it away, for instance by a queue of all entries in the order in which they end.
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
    // Names in responses are in lower case already.
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

  /** Stores that the end does not exist, or has no data. */
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

  /** Stores a record set; an empty one says that there is no data. */
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
   * What is stored.
   *
   * @param endMillis the first moment at which it no longer holds
   */
  private record Entry(List<DnsRecord> records, long endMillis) {
    boolean holds(long nowMillis) {
      return nowMillis < endMillis;
    }

    /** Returns the records with the TTL that is left; 1 ms is a second still. */
    List<DnsRecord> recordsAt(long nowMillis) {
      long left = (endMillis - nowMillis + MILLIS - 1) / MILLIS;
      return records.stream()
          .map(record -> new DnsRecord(record.name(), record.type(), left, record.data()))
          .toList();
    }
  }
}
