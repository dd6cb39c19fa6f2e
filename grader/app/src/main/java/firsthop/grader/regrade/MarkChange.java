package firsthop.grader.regrade;

import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.SubmissionResult;
import java.math.BigDecimal;
import java.util.List;

/**
 * The effect of a regrade on one submission.
 *
 * @param id the submission's id
 * @param tests the tests that change its marks
 * @param overrides the overrides of the exercises of these tests
 */
public record MarkChange(
    String id,
    TotalMark before,
    TotalMark after,
    List<TestChange> tests,
    List<PointsOverride> overrides) {

  /** Compares two results of one submission by the same rules. */
  public static MarkChange between(
      SubmissionResult before, SubmissionResult after, MarkRules rules) {
    List<TestChange> tests = TestChange.between(before, after);
    return new MarkChange(
        before.id(),
        TotalMark.of(before, rules),
        TotalMark.of(after, rules),
        tests,
        rules.overrides().of(before.id()).stream()
            .filter(
                word ->
                    tests.stream().anyMatch(each -> each.test().exercise().equals(word.exercise())))
            .toList());
  }

  /** Returns whether the points change; a test may change without changing them. */
  public boolean changesMark() {
    return !before.points().equals(after.points());
  }

  /** Returns the difference of the points; 0 if one of the results has no mark. */
  public BigDecimal difference() {
    return before.points().isPresent() && after.points().isPresent()
        ? after.points().get().subtract(before.points().get())
        : BigDecimal.ZERO;
  }
}
