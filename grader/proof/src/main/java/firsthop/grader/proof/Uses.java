package firsthop.grader.proof;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Which classes use which, as their sources say. */
final class Uses {
  private static final Pattern WORD = Pattern.compile("\\w+");

  private final Map<String, String> sources;
  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, Set<String>> used = new HashMap<>();

  /**
   * Looks for classes in sources.
   *
   * @param sources by path, each with the class that the path is named after
   */
  Uses(Map<String, String> sources) {
    this.sources = sources;
    sources.forEach((path, text) -> texts.put(simpleName(path), text));
  }

  /** Returns these classes, and all that use one of them, directly or through others. */
  Set<String> dependents(Set<String> classes) {
    Set<String> all = new TreeSet<>(classes);
    int before;
    do {
      before = all.size();
      for (String user : texts.keySet()) {
        if (usedBy(user).stream().anyMatch(all::contains)) {
          all.add(user);
        }
      }
    } while (all.size() > before);
    return all;
  }

  /** Returns the sources of these classes, and of all that they use, directly or through others. */
  Map<String, String> withNeeds(Set<String> classes) {
    Set<String> all = new TreeSet<>(classes);
    int before;
    do {
      before = all.size();
      Set.copyOf(all).forEach(user -> all.addAll(usedBy(user)));
    } while (all.size() > before);
    Map<String, String> needed = new TreeMap<>(sources);
    needed.keySet().removeIf(path -> !all.contains(simpleName(path)));
    return needed;
  }

  private Set<String> usedBy(String user) {
    return used.computeIfAbsent(
        user,
        first ->
            WORD.matcher(texts.getOrDefault(user, ""))
                .results()
                .map(MatchResult::group)
                .filter(texts::containsKey)
                .collect(Collectors.toSet()));
  }

  /** Returns the class that a path is named after. */
  static String simpleName(String path) {
    return path.substring(path.lastIndexOf('/') + 1).replace(".java", "");
  }
}
