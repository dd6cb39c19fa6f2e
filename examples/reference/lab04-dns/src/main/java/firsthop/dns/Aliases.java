package firsthop.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where a name leads within one answer.
 *
 * @param end the name at the end of the chain; empty when it is a circle
 * @param records those of the type that was asked for, of the name at the end
 */
record Aliases(Optional<String> end, List<DnsRecord> records) {
  static final int CNAME = 5;

  /** Follows the CNAME records of an answer section, in whatever order they stand. */
  static Aliases follow(String name, int type, List<DnsRecord> answers) {
    Set<String> seen = new HashSet<>();
    String current = name;
    while (seen.add(current)) {
      List<DnsRecord> found = of(current, type, answers);
      List<DnsRecord> alias = of(current, CNAME, answers);
      if (!found.isEmpty() || alias.isEmpty()) {
        return new Aliases(Optional.of(current), found);
      }
      current = alias.get(0).data();
    }
    return new Aliases(Optional.empty(), List.of());
  }

  private static List<DnsRecord> of(String name, int type, List<DnsRecord> records) {
    return records.stream()
        .filter(record -> record.name().equals(name) && record.type() == type)
        .toList();
  }
}
