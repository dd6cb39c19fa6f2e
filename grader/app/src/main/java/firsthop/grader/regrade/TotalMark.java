package firsthop.grader.regrade;

import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.SubmissionResult;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The total mark of a submission.
 *
 * @param points the points; empty if something was not graded
 */
public record TotalMark(Optional<BigDecimal> points, BigDecimal max) {

  /** Returns the total of a submission. */
  public static TotalMark of(SubmissionResult result, MarkRules rules) {
    SubmissionMarks marks = rules.marks(result);
    return new TotalMark(
        marks.isComplete(result) ? Optional.of(marks.after()) : Optional.empty(), marks.max());
  }

  /** Returns the total as text: {@code 24/75}, or a dash. */
  @Override
  public String toString() {
    return points.map(each -> each.toPlainString() + "/" + max.toPlainString()).orElse("-");
  }
}
