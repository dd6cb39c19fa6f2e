package firsthop.grader.exams.dns;

import firsthop.dns.CacheResult;
import firsthop.dns.CacheStatus;
import firsthop.dns.DnsRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A simple model that says what a cache must answer. It keeps every response and never removes one.
 * A look-up reads the responses from the latest to the oldest, until one of them decides.
 */
final class ModelCache {
  private static final long MILLIS = 1_000;

  private final List<StoredResponse> stored = new ArrayList<>();

  void store(long nowMillis, SyntheticResponse response) {
    stored.add(new StoredResponse(nowMillis, response));
  }

  CacheResult lookup(String name, int type, long nowMillis) {
    boolean nameExists = false;
    for (int latest = stored.size() - 1; latest >= 0; latest--) {
      StoredResponse response = stored.get(latest);
      Optional<Statement> onType = response.onType(name, type);
      if (onType.isPresent()) {
        return onType.get().at(nowMillis);
      }
      Optional<Statement> onName = response.onName(name);
      if (onName.isPresent()) {
        return nameExists ? Statement.MISS : onName.get().at(nowMillis);
      }
      nameExists |= response.showsThatThereIs(name);
    }
    return Statement.MISS;
  }

  /** What one response says about one question, and how long that is valid. */
  private record Statement(CacheStatus status, List<DnsRecord> records, long endMillis) {
    static final CacheResult MISS = new CacheResult(CacheStatus.MISS, List.of());

    CacheResult at(long nowMillis) {
      if (nowMillis >= endMillis) {
        return MISS;
      }
      // Counts the seconds that are left, in another way than by division and rounding.
      long left = 0;
      while (nowMillis + left * MILLIS < endMillis) {
        left++;
      }
      List<DnsRecord> counted = new ArrayList<>();
      for (DnsRecord record : records) {
        counted.add(new DnsRecord(record.name(), record.type(), left, record.data()));
      }
      return new CacheResult(status, counted);
    }
  }

  private record StoredResponse(long millis, SyntheticResponse response) {

    /** Returns the record set or "no data"; empty if the response says nothing about the type. */
    Optional<Statement> onType(String name, int type) {
      List<DnsRecord> set = new ArrayList<>();
      long ttl = Long.MAX_VALUE;
      for (DnsRecord record : counts() ? response.answers() : List.<DnsRecord>of()) {
        if (record.name().equals(name) && record.type() == type) {
          set.add(record);
          ttl = Math.min(ttl, record.ttl());
        }
      }
      if (!set.isEmpty()) {
        return statement(CacheStatus.HIT, set, ttl);
      }
      boolean isQuestion = response.question().type() == type && isEnd(name);
      return isQuestion && response.rcode() == 0
          ? statement(CacheStatus.NO_DATA, List.of(), negativeTtl())
          : Optional.empty();
    }

    /** Returns a name error; empty if the response does not say so. */
    Optional<Statement> onName(String name) {
      return response.rcode() == SyntheticResponse.NAME_ERROR && isEnd(name)
          ? statement(CacheStatus.NAME_ERROR, List.of(), negativeTtl())
          : Optional.empty();
    }

    boolean showsThatThereIs(String name) {
      return onType(name, response.question().type()).isPresent()
          || response.answers().stream().anyMatch(one -> onType(name, one.type()).isPresent());
    }

    private boolean counts() {
      boolean known = response.rcode() == 0 || response.rcode() == SyntheticResponse.NAME_ERROR;
      return known && !response.truncated();
    }

    private Optional<Statement> statement(CacheStatus status, List<DnsRecord> records, long ttl) {
      return ttl > 0
          ? Optional.of(new Statement(status, records, millis + ttl * MILLIS))
          : Optional.empty();
    }

    /** Returns the smaller of TTL and minimum; 0 without an SOA record, so nothing is stored. */
    private long negativeTtl() {
      for (DnsRecord record : response.authority()) {
        if (record.type() == SyntheticResponse.SOA) {
          String[] words = record.data().split(" ");
          return Math.min(record.ttl(), Long.parseLong(words[words.length - 1]));
        }
      }
      return 0;
    }

    private boolean isEnd(String name) {
      Map<String, String> targets = new HashMap<>();
      if (response.question().type() != SyntheticResponse.CNAME) {
        for (DnsRecord record : response.answers()) {
          if (record.type() == SyntheticResponse.CNAME) {
            targets.put(record.name(), record.data());
          }
        }
      }
      String here = response.question().name();
      // A chain has at most as many steps as there are records; otherwise it is a circle.
      for (int step = 0; step < response.answers().size(); step++) {
        here = targets.getOrDefault(here, here);
      }
      return counts() && here.equals(name) && !targets.containsKey(here);
    }
  }
}
