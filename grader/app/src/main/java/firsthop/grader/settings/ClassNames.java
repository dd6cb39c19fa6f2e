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
 * Whom a name means in a class. Students choose what they are called on a platform: so a name is an
 * id before it is an account, and an account before it is a person.
 */
final class ClassNames {
  private static final int MOST_TOLD = 8;

  private final Map<String, List<String>> ids;
  private final Map<String, List<String>> accounts;
  private final Map<String, List<String>> persons;

  ClassNames(List<Submission> submissions) {
    ids = by(submissions, Submission::id);
    accounts = by(submissions, each -> each.arrival().account());
    persons = by(submissions, each -> each.arrival().person());
  }

  /**
   * Returns what is said of names by the ids of the submissions that they mean.
   *
   * @param about what it is, for a line on those that nobody, or more than one, is called
   */
  <T> Map<String, List<T>> resolve(Map<String, T> byName, String about, Consumer<String> says) {
    Map<String, List<T>> byId = new LinkedHashMap<>();
    TreeSet<String> nobody = new TreeSet<>();
    TreeSet<String> several = new TreeSet<>();
    byName.forEach(
        (name, what) -> {
          List<String> meant = meant(name);
          if (meant.size() == 1) {
            byId.computeIfAbsent(meant.get(0), first -> new ArrayList<>()).add(what);
          } else {
            (meant.isEmpty() ? nobody : several).add(name);
          }
        });
    if (!nobody.isEmpty()) {
      says.accept(about + ": nobody here is called " + told(nobody));
    }
    if (!several.isEmpty()) {
      says.accept(
          about + ": more than one is called " + told(several) + "; give the submission's id");
    }
    return byId;
  }

  private List<String> meant(String name) {
    if (ids.containsKey(name)) {
      return ids.get(name);
    }
    return accounts.getOrDefault(name, persons.getOrDefault(name, List.of()));
  }

  private static Map<String, List<String>> by(
      List<Submission> submissions, Function<Submission, String> name) {
    return submissions.stream()
        .filter(each -> !name.apply(each).isEmpty())
        .collect(
            Collectors.groupingBy(
                name, HashMap::new, Collectors.mapping(Submission::id, Collectors.toList())));
  }

  private static String told(TreeSet<String> names) {
    return NameList.of(names, MOST_TOLD);
  }
}
