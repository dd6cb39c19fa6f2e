package firsthop.dns;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

public class MyDnsCache implements DnsCache {
  private static final int CNAME = 5;
  private static final int SOA = 6;

  private record Key(String name, int type) {}

  private record Entry(List<DnsRecord> records, long end) {}

  private final Map<Key, Entry> entries = new HashMap<>();
  private final Map<String, Long> nameErrors = new HashMap<>();

  @Override
  public void store(DnsMessage response, long nowMillis) {
    if (response.truncated() || (response.rcode() != 0 && response.rcode() != 3)) {
      return;
    }
    Map<Key, List<DnsRecord>> sets = new LinkedHashMap<>();
    for (DnsRecord record : response.answers()) {
      Key key = new Key(record.name(), record.type());
      sets.computeIfAbsent(key, first -> new ArrayList<>()).add(record);
    }
    for (Key key : sets.keySet()) {
      put(key, sets.get(key), smallestTtl(sets.get(key)), nowMillis);
    }
    DnsQuestion question = response.questions().get(0);
    String end = end(question, response.answers());
    long ttl = negativeTtl(response);
    if (end == null || ttl == 0) {
      return;
    }
    if (response.rcode() == 3) {
      entries.keySet().removeIf(key -> key.name().equals(end));
      nameErrors.put(end, nowMillis + ttl * 1000);
    } else if (!sets.containsKey(new Key(end, question.type()))) {
      put(new Key(end, question.type()), List.of(), ttl, nowMillis);
    }
  }

  @Override
  public CacheResult lookup(String name, int type, long nowMillis) {
    String wanted = name.toLowerCase(Locale.ROOT);
    Long error = nameErrors.get(wanted);
    if (error != null && nowMillis < error) {
      return new CacheResult(CacheStatus.NAME_ERROR, List.of());
    }
    Entry entry = entries.get(new Key(wanted, type));
    if (entry == null || nowMillis >= entry.end()) {
      return new CacheResult(CacheStatus.MISS, List.of());
    }
    if (entry.records().isEmpty()) {
      return new CacheResult(CacheStatus.NO_DATA, List.of());
    }
    long left = (entry.end() - nowMillis + 999) / 1000;
    List<DnsRecord> records = new ArrayList<>();
    for (DnsRecord record : entry.records()) {
      records.add(new DnsRecord(record.name(), record.type(), left, record.data()));
    }
    return new CacheResult(CacheStatus.HIT, records);
  }

  private void put(Key key, List<DnsRecord> records, long ttl, long nowMillis) {
    if (ttl > 0) {
      nameErrors.remove(key.name());
      entries.put(key, new Entry(records, nowMillis + ttl * 1000));
    }
  }

  private static long smallestTtl(List<DnsRecord> records) {
    long smallest = Long.MAX_VALUE;
    for (DnsRecord record : records) {
      smallest = Math.min(smallest, record.ttl());
    }
    return smallest;
  }

  private static String end(DnsQuestion question, List<DnsRecord> answers) {
    String name = question.name();
    Set<String> seen = new HashSet<>();
    while (seen.add(name)) {
      String target = question.type() == CNAME ? null : target(name, answers);
      if (target == null) {
        return name;
      }
      name = target;
    }
    return null;
  }

  private static String target(String name, List<DnsRecord> answers) {
    for (DnsRecord record : answers) {
      if (record.type() == CNAME && record.name().equals(name)) {
        return record.data();
      }
    }
    return null;
  }

  private static long negativeTtl(DnsMessage response) {
    for (DnsRecord record : response.authority()) {
      if (record.type() == SOA) {
        String[] words = record.data().split(" ");
        return Math.min(record.ttl(), Long.parseLong(words[6]));
      }
    }
    return 0;
  }
}
