package firsthop.grader.marks;

import firsthop.grader.result.SubmissionResult;
import java.math.BigDecimal;
import java.util.List;

/**
 * What a submission counts.
 *
 * @param labs those that were graded, in order; what was not graded has no mark
 * @param overrides the instructor's words in it
 * @param before the total before the late rule, weights counted in
 * @param after the total after it
 * @param max the total that could be reached
 * @param undated whether something in it was due, but nobody knows when it was handed in
 * @param notices what the instructor should know of how it came about
 */
public record SubmissionMarks(
    List<LabMark> labs,
    List<PointsOverride> overrides,
    BigDecimal before,
    BigDecimal after,
    BigDecimal max,
    boolean undated,
    List<String> notices) {

  /** Tells whether every lab of the result has a mark, so that the total is one. */
  public boolean whole(SubmissionResult result) {
    return labs.size() == result.labs().size();
  }
}
