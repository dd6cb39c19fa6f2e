package firsthop.grader.platforms;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The users of a download. The receipts tell where the name of the assignment ends; without them,
 * it is the last underscore that all names have in common.
 *
 * @param byOwner the user by assignment and user
 * @param persons the person by user
 */
record BlackboardUsers(Map<String, String> byOwner, Map<String, String> persons) {
  private static final Comparator<String> LONGEST_FIRST =
      Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder());

  static BlackboardUsers of(Collection<BlackboardAttempt> attempts, List<String> remarks) {
    Map<String, String> byOwner = new HashMap<>();
    Map<String, String> persons = new HashMap<>();
    Set<String> assignments = new TreeSet<>(LONGEST_FIRST);
    Map<String, BlackboardReceipt> contradictions = new TreeMap<>();
    for (BlackboardAttempt attempt : attempts) {
      attempt
          .receipt()
          .filter(receipt -> !receipt.user().isEmpty())
          .ifPresent(
              receipt -> {
                String owner = attempt.name().owner();
                if (owner.endsWith("_" + receipt.user())) {
                  byOwner.put(owner, receipt.user());
                  persons.put(receipt.user(), receipt.person());
                  assignments.add(owner.substring(0, owner.length() - receipt.user().length()));
                } else {
                  contradictions.put(attempt.name().attempt(), receipt);
                }
              });
    }
    Set<String> owners = new TreeSet<>();
    attempts.forEach(each -> owners.add(each.name().owner()));
    String common = CommonPrefix.of(owners);
    for (String owner : owners) {
      int end = common.lastIndexOf('_', owner.length() - 2);
      String user = owner.substring((end < 0 ? owner.lastIndexOf('_') : end) + 1);
      byOwner.computeIfAbsent(
          owner,
          unknown ->
              assignments.stream()
                  .filter(unknown::startsWith)
                  .findFirst()
                  .map(assignment -> unknown.substring(assignment.length()))
                  .orElse(user));
    }
    contradictions.forEach(
        (attempt, receipt) ->
            remarks.add(
                "%s.txt names %s (%s), but its own name does not; the files are those of %s"
                    .formatted(
                        attempt,
                        receipt.person(),
                        receipt.user(),
                        byOwner.get(
                            BlackboardFileName.parse(attempt + ".txt").orElseThrow().owner()))));
    return new BlackboardUsers(byOwner, persons);
  }

  String of(String owner) {
    return byOwner.getOrDefault(owner, owner);
  }

  String person(String user) {
    return persons.getOrDefault(user, "");
  }
}
