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
 * Finds the row of each student in a table of another system. Students choose their names, so a
 * name is used last, and only if no other row and no other submission has it.
 *
 * @param <R> a row of the table
 */
final class RowMatcher<R> {
  private final Map<String, R> byKey = new HashMap<>();
  private final Set<String> twice = new HashSet<>();

  /** Adds a key of a row. A key of two rows is not used. */
  void add(String key, R row) {
    R before = byKey.put(key, row);
    if (before != null && before != row) {
      twice.add(key);
    }
  }

  /**
   * Finds the rows.
   *
   * @param sure the keys that the system assigned, the most reliable first
   * @param name the name; empty if it must not be used
   * @return the rows by submission id, without submissions that have no row
   */
  Map<String, R> find(
      List<ExportedSubmission> all,
      Function<ExportedSubmission, Stream<String>> sure,
      Function<ExportedSubmission, Stream<String>> name) {
    byKey.keySet().removeAll(twice);
    Map<String, R> found = new LinkedHashMap<>();
    for (ExportedSubmission each : all) {
      sure.apply(each)
          .filter(byKey::containsKey)
          .findFirst()
          .ifPresent(key -> found.put(each.id(), byKey.get(key)));
    }
    Set<String> known = Set.copyOf(found.keySet());
    Set<R> taken = new HashSet<>(found.values());
    dropShared(found);
    Map<String, String> names = new LinkedHashMap<>();
    for (ExportedSubmission each : all) {
      name.apply(each).forEach(key -> names.put(each.id(), key));
    }
    dropShared(names);
    names.forEach(
        (id, key) -> {
          R row = byKey.get(key);
          if (row != null && !known.contains(id) && !taken.contains(row)) {
            found.put(id, row);
          }
        });
    return found;
  }

  /** Removes the values that several submissions share. */
  private static <T> void dropShared(Map<String, T> keys) {
    Set<T> seen = new HashSet<>();
    Set<T> shared = new HashSet<>();
    keys.values().stream().filter(key -> !seen.add(key)).forEach(shared::add);
    keys.values().removeAll(shared);
  }
}
