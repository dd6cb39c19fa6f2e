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
 * Knows what a cache has to say, but is none: it keeps every response that ever came and never
 * removes one. A look-up reads them from the latest back, until one of them decides.
 */
final class ModelCache {
  private static final long MILLIS = 1_000;

  private final List<Page> pages = new ArrayList<>();

  void store(long nowMillis, SyntheticResponse response) {
    pages.add(new Page(nowMillis, response));
  }

  CacheResult lookup(String name, int type, long nowMillis) {
    boolean nameExists = false;
    for (int latest = pages.size() - 1; latest >= 0; latest--) {
      Page page = pages.get(latest);
      Optional<Word> onType = page.onType(name, type);
      if (onType.isPresent()) {
        return onType.get().at(nowMillis);
      }
      Optional<Word> onName = page.onName(name);
      if (onName.isPresent()) {
        return nameExists ? Word.NONE : onName.get().at(nowMillis);
      }
      nameExists |= page.showsThatThereIs(name);
    }
    return Word.NONE;
  }

  /** What one response says to one question, and until when. */
  private record Word(CacheStatus status, List<DnsRecord> records, long endMillis) {
    static final CacheResult NONE = new CacheResult(CacheStatus.MISS, List.of());

    CacheResult at(long nowMillis) {
      if (nowMillis >= endMillis) {
        return NONE;
      }
      // Counted, not divided: the seconds that have not passed in full.
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

  private record Page(long millis, SyntheticResponse response) {

    /** Return the record set, or that there is no data, unless nothing is said of it. */
    Optional<Word> onType(String name, int type) {
      List<DnsRecord> set = new ArrayList<>();
      long ttl = Long.MAX_VALUE;
      for (DnsRecord record : counts() ? response.answers() : List.<DnsRecord>of()) {
        if (record.name().equals(name) && record.type() == type) {
          set.add(record);
          ttl = Math.min(ttl, record.ttl());
        }
      }
      if (!set.isEmpty()) {
        return word(CacheStatus.HIT, set, ttl);
      }
      boolean isQuestion = response.question().type() == type && isEnd(name);
      return isQuestion && response.rcode() == 0
          ? word(CacheStatus.NO_DATA, List.of(), negativeTtl())
          : Optional.empty();
    }

    /** Return that the name does not exist, unless that is not said. */
    Optional<Word> onName(String name) {
      return response.rcode() == SyntheticResponse.NAME_ERROR && isEnd(name)
          ? word(CacheStatus.NAME_ERROR, List.of(), negativeTtl())
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

    private Optional<Word> word(CacheStatus status, List<DnsRecord> records, long ttl) {
      return ttl > 0
          ? Optional.of(new Word(status, records, millis + ttl * MILLIS))
          : Optional.empty();
    }

    /** Return 0, with which nothing is kept, if there is no SOA record. */
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
      // A chain has no more steps than there are records; what goes on after that is a circle.
      for (int step = 0; step < response.answers().size(); step++) {
        here = targets.getOrDefault(here, here);
      }
      return counts() && here.equals(name) && !targets.containsKey(here);
    }
  }
}
