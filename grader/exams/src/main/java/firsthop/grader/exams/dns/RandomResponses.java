package firsthop.grader.exams.dns;

import firsthop.dns.DnsQuestion;
import firsthop.dns.DnsRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Generates random responses about few names and few types, so that a response is often about the
 * same name as an earlier one. They have chains of up to two aliases, with or without records at
 * the end, and TTLs of a few seconds. Some are truncated or failures, which a cache must ignore. It
 * also generates questions, most of them about the names of the latest response.
 */
final class RandomResponses {
  private static final List<Integer> TYPES =
      List.of(SyntheticResponse.A, SyntheticResponse.MX, SyntheticResponse.CNAME);

  private static final int MOST_SECONDS = 6;
  private static final int MOST_RECORDS = 3;

  private final SplittableRandom random;

  /** The first name is the end of the latest response. */
  private final List<String> names =
      new ArrayList<>(List.of("a.example", "b.example", "c.example", "d.example"));

  private int latestType = SyntheticResponse.A;
  private int made;

  RandomResponses(SplittableRandom random) {
    this.random = random;
  }

  /** Returns a response; the data of each of its records is new. */
  SyntheticResponse next() {
    if (!oneIn(3)) {
      shuffle(names);
    }
    latestType = type();
    int aliases = latestType == SyntheticResponse.CNAME || oneIn(2) ? 0 : 1 + random.nextInt(2);
    List<String> chain = List.copyOf(names.subList(0, aliases + 1));
    String end = chain.get(aliases);
    String beside = names.get(aliases + 1);
    names.remove(end);
    names.add(0, end);
    int rcode = code();
    List<DnsRecord> answers = new ArrayList<>();
    for (int i = 0; i < aliases; i++) {
      answers.add(SyntheticResponse.alias(chain.get(i), ttl(), chain.get(i + 1)));
    }
    if (rcode != SyntheticResponse.NAME_ERROR && !oneIn(3)) {
      addSet(answers, end, latestType);
    }
    if (oneIn(4)) {
      addSet(answers, beside, type());
    }
    shuffle(answers);
    SyntheticResponse response =
        SyntheticResponse.to(chain.get(0), latestType).code(rcode).answers(answers);
    if (!oneIn(8)) {
      response = response.authority(SyntheticResponse.soa(ttl(), 2 * ttl()));
    }
    return oneIn(12) ? response.cutOff() : response;
  }

  DnsQuestion question() {
    String name = names.get(oneIn(2) ? 0 : random.nextInt(names.size()));
    return new DnsQuestion(name, oneIn(2) ? latestType : type());
  }

  private int type() {
    return TYPES.get(random.nextInt(TYPES.size()));
  }

  private int code() {
    if (oneIn(3)) {
      return SyntheticResponse.NAME_ERROR;
    }
    return oneIn(10) ? SyntheticResponse.SERVER_FAILURE : 0;
  }

  /** Adds one or more records of a type; of type CNAME only one. */
  private void addSet(List<DnsRecord> records, String name, int type) {
    int size = type == SyntheticResponse.CNAME ? 1 : 1 + random.nextInt(MOST_RECORDS);
    for (int i = 0; i < size; i++) {
      records.add(new DnsRecord(name, type, ttl(), data(type, made++)));
    }
  }

  private static String data(int type, int number) {
    return switch (type) {
      case SyntheticResponse.A -> "192.0." + number / 256 + "." + number % 256;
      case SyntheticResponse.MX -> "10 mail" + number + ".example";
      default -> "target" + number + ".example";
    };
  }

  private int ttl() {
    return oneIn(8) ? 0 : 1 + random.nextInt(MOST_SECONDS);
  }

  private boolean oneIn(int n) {
    return random.nextInt(n) == 0;
  }

  private <T> void shuffle(List<T> list) {
    for (int last = list.size() - 1; last > 0; last--) {
      int other = random.nextInt(last + 1);
      T moved = list.get(last);
      list.set(last, list.get(other));
      list.set(other, moved);
    }
  }
}
