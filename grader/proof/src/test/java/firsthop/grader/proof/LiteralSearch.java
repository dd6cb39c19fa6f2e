package firsthop.grader.proof;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds which of many literals a text contains, in one pass over the text. */
final class LiteralSearch {
  private final int start;
  private final Map<String, List<String>> byStart;

  /**
   * Prepares a search.
   *
   * @param start how many characters every literal has at least
   */
  LiteralSearch(Collection<String> literals, int start) {
    this.start = start;
    this.byStart =
        literals.stream().collect(Collectors.groupingBy(literal -> literal.substring(0, start)));
  }

  /** Returns the literals that stand somewhere in the text, in order. */
  Set<String> in(String text) {
    Set<String> found = new TreeSet<>();
    for (int at = 0; at + start <= text.length(); at++) {
      for (String literal : byStart.getOrDefault(text.substring(at, at + start), List.of())) {
        if (text.startsWith(literal, at)) {
          found.add(literal);
        }
      }
    }
    return found;
  }
}
