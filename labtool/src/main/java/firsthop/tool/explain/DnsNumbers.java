package firsthop.tool.explain;

import java.util.Map;

/** The names of the numbers in DNS messages. */
final class DnsNumbers {
  static final int A = 1;
  static final int NS = 2;
  static final int CNAME = 5;
  static final int SOA = 6;
  static final int PTR = 12;
  static final int MX = 15;
  static final int TXT = 16;
  static final int AAAA = 28;
  static final int OPT = 41;

  private static final Map<Integer, String> TYPES =
      Map.of(
          A, "A", NS, "NS", CNAME, "CNAME", SOA, "SOA", PTR, "PTR", MX, "MX", TXT, "TXT", AAAA,
          "AAAA", OPT, "OPT", 255, "ANY");
  private static final Map<Integer, String> CODES =
      Map.of(
          0,
          "no error",
          1,
          "format error",
          2,
          "server failure",
          3,
          "name does not exist",
          4,
          "not implemented",
          5,
          "refused");
  private static final Map<Integer, String> OPERATIONS =
      Map.of(0, "query", 4, "notify", 5, "update");
  private static final Map<Integer, String> CLASSES = Map.of(1, "IN", 3, "CH", 255, "any");

  private DnsNumbers() {}

  /** Returns the name of a type, such as {@code A}, or {@code TYPE65} (RFC 3597 §5). */
  static String type(long number) {
    return TYPES.getOrDefault((int) number, "TYPE" + number);
  }

  static String typeField(long number) {
    return Numbers.named(TYPES, number);
  }

  static String code(long number) {
    return Numbers.named(CODES, number);
  }

  static String operation(long number) {
    return Numbers.named(OPERATIONS, number);
  }

  static String classField(long number) {
    return Numbers.named(CLASSES, number);
  }
}
