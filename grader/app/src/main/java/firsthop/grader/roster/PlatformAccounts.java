package firsthop.grader.roster;

import firsthop.grader.platforms.ReceivedSubmission;
import firsthop.grader.roster.Roster.Person;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What the accounts of a platform say beyond names, which students choose. */
final class PlatformAccounts {
  /** Those that know a person by a number, rather than a submission. */
  private static final Set<String> NUMBERING = Set.of("Canvas", "Moodle");

  private PlatformAccounts() {}

  /** Returns from how many accounts these are, as far as it is known. */
  static long count(List<ReceivedSubmission> submissions) {
    return submissions.stream()
        .filter(each -> each.people().size() == 1)
        .map(each -> each.people().get(0).account())
        .filter(account -> !account.isEmpty())
        .distinct()
        .count();
  }

  /**
   * Returns the platform whose numbers the roster has, so that they are those of the absent too:
   * where names were all that the roster and the platform share, they are some other numbers.
   *
   * @param own whose each submission is
   */
  static Optional<String> platform(
      List<ReceivedSubmission> submissions, Map<Person, List<ReceivedSubmission>> own) {
    Set<String> from =
        submissions.stream().map(each -> each.arrival().from()).collect(Collectors.toSet());
    boolean known = own.isEmpty();
    for (Map.Entry<Person, List<ReceivedSubmission>> each : own.entrySet()) {
      String account = each.getKey().account();
      known |=
          !account.isEmpty()
              && each.getValue().stream().anyMatch(one -> one.arrival().account().equals(account));
    }
    return known && from.size() == 1
        ? from.stream().filter(NUMBERING::contains).findFirst()
        : Optional.empty();
  }
}
