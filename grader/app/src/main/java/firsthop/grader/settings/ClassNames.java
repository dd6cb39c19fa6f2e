package firsthop.grader.settings;

import firsthop.grader.common.NameKey;
import firsthop.grader.common.NameList;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
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
 * is compared with ids first, then with accounts, and then with persons. A number that may be a
 * group's is no account, because it could be the account of another student.
 */
final class ClassNames {
  private static final int MAX_NAMES = 8;

  private final Map<String, List<String>> ids;
  private final Map<String, List<String>> accounts;
  private final Map<String, List<String>> persons;
  private final Map<String, List<String>> uncertain;

  ClassNames(List<Submission> submissions) {
    ids = idsBy(submissions, Submission::id);
    accounts = idsBy(submissions, each -> account(each, true));
    uncertain = idsBy(submissions, each -> account(each, false));
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
    TreeSet<String> groups = new TreeSet<>();
    byName.forEach(
        (name, value) -> {
          List<String> found = idsFor(name);
          if (found.size() == 1) {
            byId.computeIfAbsent(found.get(0), first -> new ArrayList<>()).add(value);
          } else if (found.isEmpty()) {
            (uncertain.containsKey(NameKey.nfc(name)) ? groups : unknown).add(name);
          } else {
            ambiguous.add(name);
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
    if (!groups.isEmpty()) {
      output.accept(
          about
              + ": these may be numbers of groups, so they are not used: "
              + shown(groups)
              + "; give the id of the submission, or the name of the student");
    }
    return byId;
  }

  private List<String> idsFor(String name) {
    String key = NameKey.nfc(name);
    if (ids.containsKey(key)) {
      return ids.get(key);
    }
    return accounts.getOrDefault(key, persons.getOrDefault(key, List.of()));
  }

  /** Returns the account if it is certainly a person's, or only if it is not. */
  private static String account(Submission submission, boolean certain) {
    SubmissionOrigin arrival = submission.arrival();
    return certain == (arrival.accountOwner() == AccountOwner.PERSON) ? arrival.account() : "";
  }

  private static Map<String, List<String>> idsBy(
      List<Submission> submissions, Function<Submission, String> name) {
    return submissions.stream()
        .filter(each -> !name.apply(each).isEmpty())
        .collect(
            Collectors.groupingBy(
                each -> NameKey.nfc(name.apply(each)),
                HashMap::new,
                Collectors.mapping(Submission::id, Collectors.toList())));
  }

  private static String shown(TreeSet<String> names) {
    return NameList.of(names, MAX_NAMES);
  }
}
