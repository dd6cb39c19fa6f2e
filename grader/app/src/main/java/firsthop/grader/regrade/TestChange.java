package firsthop.grader.regrade;

import firsthop.grader.control.TestKey;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A test whose verdict on a submission, or whose points, have changed.
 *
 * @param before null for a test that was not there
 * @param after null for a test that is gone
 */
public record TestChange(TestKey test, @Nullable TestResult before, @Nullable TestResult after) {

  /** Returns all changes in the order of the tests; removed tests come last. */
  public static List<TestChange> between(SubmissionResult before, SubmissionResult after) {
    Map<TestKey, TestResult> left = byKey(before);
    List<TestChange> changes = new ArrayList<>();
    byKey(after)
        .forEach(
            (key, result) -> {
              TestChange change = new TestChange(key, left.remove(key), result);
              if (change.isOne()) {
                changes.add(change);
              }
            });
    left.forEach((key, result) -> changes.add(new TestChange(key, result, null)));
    return List.copyOf(changes);
  }

  /** Returns whether the change concerns this submission, not only the exam. */
  public boolean isOwn() {
    return points() != 0 || before != null && after != null && before.verdict() != after.verdict();
  }

  /** Returns the part of the change that concerns every submission; empty if there is none. */
  public Optional<String> ofExam() {
    if (before == null && after == null) {
      return Optional.empty();
    }
    if (before == null) {
      return Optional.of(test + ": new, worth " + after.test().points());
    }
    if (after == null) {
      return Optional.of(test + ": removed, was worth " + before.test().points());
    }
    return worth().map(worth -> test + ": " + worth);
  }

  /** Returns the difference of the points. */
  public int points() {
    return (after == null ? 0 : after.points()) - (before == null ? 0 : before.points());
  }

  /** Returns the change as one line, such as {@code 1.1 rounds: failed -> passed (+4)}. */
  @Override
  public String toString() {
    return test + ": " + what() + (points() == 0 ? "" : String.format(" (%+d)", points()));
  }

  private String what() {
    if (before == null && after == null) {
      return "nothing";
    }
    if (before == null) {
      return "new, " + after.verdict().label();
    }
    if (after == null) {
      return "removed, was " + before.verdict().label();
    }
    String verdict = after.verdict().label();
    String verdicts =
        before.verdict() == after.verdict() ? verdict : before.verdict().label() + " -> " + verdict;
    return worth().map(worth -> verdicts + ", " + worth).orElse(verdicts);
  }

  private Optional<String> worth() {
    int was = before == null ? 0 : before.test().points();
    int now = after == null ? 0 : after.test().points();
    return was == now ? Optional.empty() : Optional.of("worth " + now + " instead of " + was);
  }

  private boolean isOne() {
    return before == null
        || after == null
        || before.verdict() != after.verdict()
        || before.test().points() != after.test().points();
  }

  private static Map<TestKey, TestResult> byKey(SubmissionResult result) {
    Map<TestKey, TestResult> all = new LinkedHashMap<>();
    result
        .exercises()
        .flatMap(exercise -> exercise.tests().stream())
        .forEach(test -> all.put(test.test().key(), test));
    return all;
  }
}
