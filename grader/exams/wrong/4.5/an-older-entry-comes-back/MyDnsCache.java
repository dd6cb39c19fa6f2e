// Removes an expired entry, so that an older one of the same name and type is used again.
package firsthop.dns;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class MyDnsCache implements DnsCache {
  private static final int CNAME = 5;
  private static final int SOA = 6;

  private final Deque<Fact> facts = new ArrayDeque<>();

  private sealed interface Fact permits Present, Absent, Unknown {
    String name();

    Life life();

    default boolean isAbout(String asked, int type) {
      return name().equals(asked);
    }

    CacheResult answer(long now);
  }

  private record Life(long from, long seconds) {
    long left(long now) {
      return seconds - Math.floorDiv(now - from, 1000L);
    }
  }

  private record Present(String name, int type, List<DnsRecord> records, Life life)
      implements Fact {
    @Override
    public boolean isAbout(String asked, int askedType) {
      return name.equals(asked) && type == askedType;
    }

    @Override
    public CacheResult answer(long now) {
      long left = life.left(now);
      return new CacheResult(
          CacheStatus.HIT,
          records.stream().map(r -> new DnsRecord(r.name(), r.type(), left, r.data())).toList());
    }
  }

  private record Absent(String name, int type, Life life) implements Fact {
    @Override
    public boolean isAbout(String asked, int askedType) {
      return name.equals(asked) && type == askedType;
    }

    @Override
    public CacheResult answer(long now) {
      return new CacheResult(CacheStatus.NO_DATA, List.of());
    }
  }

  private record Unknown(String name, Life life) implements Fact {
    @Override
    public CacheResult answer(long now) {
      return new CacheResult(CacheStatus.NAME_ERROR, List.of());
    }
  }

  @Override
  public void store(DnsMessage response, long nowMillis) {
    facts.removeIf(fact -> fact.life().left(nowMillis) <= 0);
    if (!response.truncated()) {
      Stream<Fact> learnt =
          switch (response.rcode()) {
            case 0, 3 -> Stream.concat(sets(response, nowMillis), nothing(response, nowMillis));
            default -> Stream.empty();
          };
      learnt.filter(fact -> fact.life().seconds() > 0).toList().forEach(this::learn);
    }
  }

  @Override
  public CacheResult lookup(String name, int type, long nowMillis) {
    String lower = name.toLowerCase(Locale.ENGLISH);
    return facts.stream()
        .filter(fact -> fact.isAbout(lower, type))
        .findFirst()
        .filter(fact -> fact.life().left(nowMillis) > 0)
        .map(fact -> fact.answer(nowMillis))
        .orElse(new CacheResult(CacheStatus.MISS, List.of()));
  }

  private void learn(Fact fact) {
    // A name exists or not; whichever is new ends the other.
    facts.removeIf(
        old ->
            old.name().equals(fact.name()) && (old instanceof Unknown || fact instanceof Unknown));
    facts.addFirst(fact);
  }

  private static Stream<Fact> sets(DnsMessage response, long now) {
    Map<List<Object>, List<DnsRecord>> sets =
        response.answers().stream()
            .collect(Collectors.groupingBy(record -> List.of(record.name(), record.type())));
    return sets.values().stream()
        .map(
            set ->
                new Present(
                    set.get(0).name(),
                    set.get(0).type(),
                    set,
                    new Life(now, set.stream().mapToLong(DnsRecord::ttl).min().orElse(0))));
  }

  private static Stream<Fact> nothing(DnsMessage response, long now) {
    DnsQuestion question = response.questions().get(0);
    Optional<Life> life =
        response.authority().stream()
            .filter(record -> record.type() == SOA)
            .map(soa -> new Life(now, Math.min(soa.ttl(), minimum(soa))))
            .findAny();
    Optional<String> end = end(question, response.answers());
    if (life.isEmpty() || end.isEmpty()) {
      return Stream.empty();
    }
    if (response.rcode() == 3) {
      return Stream.of(new Unknown(end.get(), life.get()));
    }
    boolean there =
        response.answers().stream()
            .anyMatch(r -> r.name().equals(end.get()) && r.type() == question.type());
    return there ? Stream.empty() : Stream.of(new Absent(end.get(), question.type(), life.get()));
  }

  private static long minimum(DnsRecord soa) {
    return Integer.toUnsignedLong(Integer.parseUnsignedInt(soa.data().replaceFirst("^.* ", "")));
  }

  /** Walks from name to name; whoever takes more steps than there are aliases walks in a circle. */
  private static Optional<String> end(DnsQuestion question, List<DnsRecord> answers) {
    Map<String, String> targets =
        answers.stream()
            .filter(record -> record.type() == CNAME && question.type() != CNAME)
            .collect(Collectors.toMap(DnsRecord::name, DnsRecord::data, (one, other) -> one));
    return Stream.iterate(question.name(), name -> targets.getOrDefault(name, name))
        .limit(targets.size() + 1L)
        .filter(name -> !targets.containsKey(name))
        .findFirst();
  }
}
