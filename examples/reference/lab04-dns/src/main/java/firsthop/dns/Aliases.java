package firsthop.dns;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The result of following a name through the aliases of one answer.
 *
 * @param end the name at the end of the chain; empty if the aliases lead in a circle
 * @param records the records of the name at the end, with the type that was asked for
 */
record Aliases(Optional<String> end, List<DnsRecord> records) {
  static final int CNAME = 5;

  /** Follows the CNAME records of an answer section, whatever their order is. */
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
