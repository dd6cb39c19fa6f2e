package firsthop.grader.exams.dns;

import firsthop.dns.DnsMessage;
import firsthop.dns.DnsQuestion;
import firsthop.dns.DnsRecord;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A response for a cache, made without a server: {@code SyntheticResponse.to("www.example",
 * A).answers(…)}. Its default code is 0, and by default it is neither authoritative nor truncated.
 */
record SyntheticResponse(
    DnsQuestion question,
    int rcode,
    boolean truncated,
    boolean authoritative,
    List<DnsRecord> answers,
    List<DnsRecord> authority,
    List<DnsRecord> additional) {
  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int MX = 15;
  static final int TXT = 16;
  static final int AAAA = 28;

  static final int SERVER_FAILURE = 2;
  static final int NAME_ERROR = 3;

  /** The data of an SOA record without its last number; the serial number uses all 32 bits. */
  private static final String SOA_WITHOUT_MINIMUM =
      "ns.example hostmaster.example 4294967295 7200 3600 1209600 ";

  private static final int ID = 4711;

  static SyntheticResponse to(String name, int type) {
    DnsQuestion question = new DnsQuestion(name, type);
    return new SyntheticResponse(question, 0, false, false, List.of(), List.of(), List.of());
  }

  static DnsRecord alias(String name, long ttl, String target) {
    return new DnsRecord(name, CNAME, ttl, target);
  }

  static DnsRecord soa(long ttl, long minimum) {
    return new DnsRecord("example", SOA, ttl, SOA_WITHOUT_MINIMUM + minimum);
  }

  SyntheticResponse code(int code) {
    return new SyntheticResponse(
        question, code, truncated, authoritative, answers, authority, additional);
  }

  SyntheticResponse cutOff() {
    return new SyntheticResponse(
        question, rcode, true, authoritative, answers, authority, additional);
  }

  SyntheticResponse fromAnAuthority() {
    return new SyntheticResponse(question, rcode, truncated, true, answers, authority, additional);
  }

  SyntheticResponse answers(DnsRecord... records) {
    return answers(List.of(records));
  }

  SyntheticResponse answers(List<DnsRecord> records) {
    return new SyntheticResponse(
        question, rcode, truncated, authoritative, records, authority, additional);
  }

  SyntheticResponse authority(DnsRecord... records) {
    return new SyntheticResponse(
        question, rcode, truncated, authoritative, answers, List.of(records), additional);
  }

  SyntheticResponse additional(DnsRecord... records) {
    return new SyntheticResponse(
        question, rcode, truncated, authoritative, answers, authority, List.of(records));
  }

  DnsMessage message() {
    return new DnsMessage(
        ID,
        true,
        authoritative,
        truncated,
        true,
        !authoritative,
        rcode,
        List.of(question),
        answers,
        authority,
        additional);
  }

  /** Returns whether the question or the answer section has the name. */
  boolean speaksOf(String name) {
    return Stream.concat(Stream.of(question.name()), answers.stream().map(DnsRecord::name))
        .anyMatch(name::equalsIgnoreCase);
  }

  @Override
  public String toString() {
    return "code %d%s to %s type %d%s%s%s"
        .formatted(
            rcode,
            truncated ? ", truncated," : "",
            question.name(),
            question.type(),
            section("answers", answers),
            section("authority", authority),
            section("additional", additional));
  }

  private static String section(String name, List<DnsRecord> records) {
    return records.stream()
        .map(
            record ->
                "%s %d %d %s".formatted(record.name(), record.type(), record.ttl(), record.data()))
        .collect(
            Collectors.joining(
                "; ", records.isEmpty() ? "" : ", " + name + " [", records.isEmpty() ? "" : "]"));
  }
}
