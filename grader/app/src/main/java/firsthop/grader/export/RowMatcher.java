package firsthop.grader.export;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Finds the row of each student in a table of another system. A student chooses a name, so that it
 * counts last, and only where no other row and no other submission has it.
 */
final class RowMatcher {
  private final Map<String, List<String>> byKey = new HashMap<>();
  private final Set<String> twice = new HashSet<>();

  /** Lets something stand for a row; what stands for two rows is nobody's. */
  void add(String key, List<String> row) {
    List<String> before = byKey.put(key, row);
    if (before != null && before != row) {
      twice.add(key);
    }
  }

  /**
   * Finds the rows.
   *
   * @param sure what the system itself knows somebody by, the surest first
   * @param name the name; empty where it must not count
   * @return by the submission's id; who is not found is absent
   */
  Map<String, List<String>> find(
      List<ExportedSubmission> all,
      Function<ExportedSubmission, Stream<String>> sure,
      Function<ExportedSubmission, Stream<String>> name) {
    byKey.keySet().removeAll(twice);
    Map<String, List<String>> found = new LinkedHashMap<>();
    for (ExportedSubmission each : all) {
      sure.apply(each)
          .filter(byKey::containsKey)
          .findFirst()
          .ifPresent(key -> found.put(each.id(), byKey.get(key)));
    }
    Set<String> known = Set.copyOf(found.keySet());
    Set<List<String>> taken = new HashSet<>(found.values());
    dropShared(found);
    Map<String, String> names = new LinkedHashMap<>();
    for (ExportedSubmission each : all) {
      name.apply(each).forEach(key -> names.put(each.id(), key));
    }
    dropShared(names);
    names.forEach(
        (id, key) -> {
          List<String> row = byKey.get(key);
          if (row != null && !known.contains(id) && !taken.contains(row)) {
            found.put(id, row);
          }
        });
    return found;
  }

  /** What two have is nobody's. */
  private static <T> void dropShared(Map<String, T> keys) {
    Set<T> seen = new HashSet<>();
    Set<T> shared = new HashSet<>();
    keys.values().stream().filter(key -> !seen.add(key)).forEach(shared::add);
    keys.values().removeAll(shared);
  }
}
