package firsthop.grader.settings;

import firsthop.grader.common.NameList;
import firsthop.grader.submission.Submission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the submissions in a class by a name. Students choose their names on a platform. So a name
 * is compared with ids first, then with accounts, and then with persons.
 */
final class ClassNames {
  private static final int MAX_NAMES = 8;

  private final Map<String, List<String>> ids;
  private final Map<String, List<String>> accounts;
  private final Map<String, List<String>> persons;

  ClassNames(List<Submission> submissions) {
    ids = idsBy(submissions, Submission::id);
    accounts = idsBy(submissions, each -> each.arrival().account());
    persons = idsBy(submissions, each -> each.arrival().person());
  }

  /**
   * Returns the values by submission id instead of by name.
   *
   * @param about what the values are, for messages
   * @param output gets a line with the names that match no submission, and one with the names that
   *     match more than one
   */
  <T> Map<String, List<T>> resolve(Map<String, T> byName, String about, Consumer<String> output) {
    Map<String, List<T>> byId = new LinkedHashMap<>();
    TreeSet<String> unknown = new TreeSet<>();
    TreeSet<String> ambiguous = new TreeSet<>();
    byName.forEach(
        (name, value) -> {
          List<String> found = idsFor(name);
          if (found.size() == 1) {
            byId.computeIfAbsent(found.get(0), first -> new ArrayList<>()).add(value);
          } else {
            (found.isEmpty() ? unknown : ambiguous).add(name);
          }
        });
    if (!unknown.isEmpty()) {
      output.accept(about + ": no submission matches " + shown(unknown));
    }
    if (!ambiguous.isEmpty()) {
      output.accept(
          about
              + ": more than one submission matches "
              + shown(ambiguous)
              + "; give the id of the submission");
    }
    return byId;
  }

  private List<String> idsFor(String name) {
    if (ids.containsKey(name)) {
      return ids.get(name);
    }
    return accounts.getOrDefault(name, persons.getOrDefault(name, List.of()));
  }

  private static Map<String, List<String>> idsBy(
      List<Submission> submissions, Function<Submission, String> name) {
    return submissions.stream()
        .filter(each -> !name.apply(each).isEmpty())
        .collect(
            Collectors.groupingBy(
                name, HashMap::new, Collectors.mapping(Submission::id, Collectors.toList())));
  }

  private static String shown(TreeSet<String> names) {
    return NameList.of(names, MAX_NAMES);
  }
}
