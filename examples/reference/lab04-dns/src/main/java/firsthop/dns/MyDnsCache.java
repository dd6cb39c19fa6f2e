package firsthop.dns;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two maps: what is known of a name and type, and which names do not exist. An entry knows when it
 * ends; that the time has come is seen when it is looked up.
 *
 * <p>A cache that lives long would also throw away what has ended and is never asked for again.
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
    if (response.truncated() || !says) {
      return;
    }
    Map<Key, List<DnsRecord>> bySet = new LinkedHashMap<>();
    for (DnsRecord record : response.answers()) {
      Key key = new Key(lower(record.name()), record.type());
      bySet.merge(key, List.of(record), MyDnsCache::joined);
    }
    bySet.forEach((key, records) -> storeSet(key, records, nowMillis));
    DnsQuestion question = response.questions().get(0);
    Aliases aliases = Aliases.follow(lower(question.name()), question.type(), response.answers());
    Optional<Long> ttl = negativeTtl(response);
    if (aliases.end().isPresent() && ttl.isPresent()) {
      String end = lower(aliases.end().get());
      if (response.rcode() == NAME_ERROR) {
        storeNameError(end, ttl.get(), nowMillis);
      } else if (aliases.records().isEmpty()) {
        put(new Key(end, question.type()), List.of(), ttl.get(), nowMillis);
      }
    }
  }

  @Override
  public CacheResult lookup(String name, int type, long nowMillis) {
    String key = lower(name);
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

  private void storeSet(Key key, List<DnsRecord> records, long nowMillis) {
    long ttl = records.stream().mapToLong(DnsRecord::ttl).min().orElse(0);
    put(key, records, ttl, nowMillis);
  }

  /** Stores a record set; an empty one says that there is no data. */
  private void put(Key key, List<DnsRecord> records, long ttl, long nowMillis) {
    if (ttl > 0) {
      nameErrors.remove(key.name());
      sets.computeIfAbsent(key.name(), first -> new HashMap<>())
          .put(key.type(), new Entry(records, nowMillis + ttl * MILLIS));
    }
  }

  private void storeNameError(String name, long ttl, long nowMillis) {
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

  private static List<DnsRecord> joined(List<DnsRecord> some, List<DnsRecord> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
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

    List<DnsRecord> recordsAt(long nowMillis) {
      long left = (endMillis - nowMillis + MILLIS - 1) / MILLIS;
      return records.stream()
          .map(record -> new DnsRecord(record.name(), record.type(), left, record.data()))
          .toList();
    }
  }
}
