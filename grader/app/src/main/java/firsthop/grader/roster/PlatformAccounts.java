package firsthop.grader.roster;

import firsthop.grader.platforms.ReceivedSubmission;
import firsthop.grader.roster.Roster.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The accounts of a platform. Unlike names, students do not choose them. */
final class PlatformAccounts {
  /** The platforms whose account is the number of a person, not of a submission. */
  private static final Set<String> WITH_USER_IDS = Set.of("Canvas", "Moodle");

  private PlatformAccounts() {}

  /** Returns how many different accounts handed these in; unknown accounts do not count. */
  static long countDistinct(List<ReceivedSubmission> submissions) {
    return submissions.stream()
        .filter(each -> each.people().size() == 1)
        .map(each -> each.people().get(0).account())
        .filter(account -> !account.isEmpty())
        .distinct()
        .count();
  }

  /**
   * Returns the platform whose account numbers the roster contains; empty if that is not sure. If
   * the roster and the platform have only names in common, the roster has other numbers.
   *
   * @param byPerson the submissions of each person
   */
  static Optional<String> platformOfRosterIds(
      List<ReceivedSubmission> submissions, Map<Person, List<ReceivedSubmission>> byPerson) {
    Set<String> from =
        submissions.stream().map(each -> each.arrival().from()).collect(Collectors.toSet());
    boolean sameNumbers = byPerson.isEmpty();
    for (Map.Entry<Person, List<ReceivedSubmission>> each : byPerson.entrySet()) {
      String account = each.getKey().account();
      sameNumbers |=
          !account.isEmpty()
              && each.getValue().stream().anyMatch(one -> one.arrival().account().equals(account));
    }
    return sameNumbers && from.size() == 1
        ? from.stream().filter(WITH_USER_IDS::contains).findFirst()
        : Optional.empty();
  }
}
