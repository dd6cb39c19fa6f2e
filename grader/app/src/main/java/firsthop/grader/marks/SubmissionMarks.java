package firsthop.grader.marks;

import firsthop.grader.result.SubmissionResult;
import java.math.BigDecimal;
import java.util.List;

/**
 * The marks of a submission.
 *
 * @param labs the marks of the graded labs, in order; a lab that was not graded has no mark
 * @param overrides the instructor's overrides for the submission
 * @param before the weighted total before the late rule
 * @param after the weighted total after the late rule
 * @param max the maximum total
 * @param undated whether a lab has a due date, but the time of submission is not known
 * @param notices notices for the instructor about the marks
 */
public record SubmissionMarks(
    List<LabMark> labs,
    List<PointsOverride> overrides,
    BigDecimal before,
    BigDecimal after,
    BigDecimal max,
    boolean undated,
    List<String> notices) {

  /** Returns whether every lab of the result has a mark, so that the total is valid. */
  public boolean isComplete(SubmissionResult result) {
    return labs.size() == result.labs().size();
  }
}
