package firsthop.grader.regrade;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.SimilarNames;
import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import java.util.List;

/** Finds a test by its name or a part of it. */
public final class TestLookup {
  private TestLookup() {}

  /**
   * Finds a test by its name, with or without the exercise's id before it, or by a unique part of
   * these.
   *
   * @throws BadInputException when there is none or more than one; the message lists similar names
   */
  public static TestKey find(ExamPlan plan, String name) throws BadInputException {
    List<TestKey> all =
        plan.exercises().stream()
            .flatMap(exercise -> exercise.tests().stream())
            .map(ExamPlan.Test::key)
            .toList();
    List<TestKey> named = all.stream().filter(key -> isCalled(key, name)).toList();
    List<TestKey> found = named.isEmpty() ? having(all, name) : named;
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new BadInputException(
        found.isEmpty()
            ? "there is no test " + name + "; " + SimilarNames.alike(name, words(all))
            : name + " is more than one test; " + SimilarNames.alike("", words(found)));
  }

  private static boolean isCalled(TestKey key, String name) {
    return key.name().equals(name) || key.toString().equals(name);
  }

  private static List<TestKey> having(List<TestKey> all, String part) {
    return all.stream().filter(key -> key.toString().contains(part)).toList();
  }

  private static List<String> words(List<TestKey> keys) {
    return keys.stream().map(TestKey::toString).toList();
  }
}
