package firsthop.grader.regrade;

import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.SubmissionResult;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a regrade means for one submission.
 *
 * @param id the submission's
 * @param tests through which its marks change
 * @param overrides those that shield an exercise from these tests
 */
public record MarkChange(
    String id,
    TotalMark before,
    TotalMark after,
    List<TestChange> tests,
    List<PointsOverride> overrides) {

  /** Compares two results of one submission, by rules that hold for both. */
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

  /** Tells whether the points are others; a test may change without that. */
  public boolean changesMark() {
    return !before.points().equals(after.points());
  }

  /** Returns by how much the points change; 0 where there were none, or are none now. */
  public BigDecimal difference() {
    return before.points().isPresent() && after.points().isPresent()
        ? after.points().get().subtract(before.points().get())
        : BigDecimal.ZERO;
  }
}
