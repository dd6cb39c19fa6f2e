package firsthop.grader.result;

import java.util.List;
import java.util.Map;

/**
 * The result of one lab.
 *
 * @param handedIn whether work was handed in for this lab, and could be read
 * @param leftOut the errors of javac, by path, for files that belong to no exercise and did not
 *     compile
 * @param brokeBench whether the submission brought down the bench, so that tests were lost
 * @param notices what the instructor should know about the grading of this lab
 */
public record LabResult(
    String id,
    HandedIn handedIn,
    List<ExerciseResult> exercises,
    Map<String, String> leftOut,
    boolean brokeBench,
    List<String> notices) {

  /** Creates the result of a lab for which work was handed in. */
  public LabResult(
      String id,
      List<ExerciseResult> exercises,
      Map<String, String> leftOut,
      boolean brokeBench,
      List<String> notices) {
    this(id, HandedIn.WORK, exercises, leftOut, brokeBench, notices);
  }

  /** Returns the points earned. */
  public int score() {
    return exercises.stream().mapToInt(ExerciseResult::score).sum();
  }

  /** Returns the maximum points. */
  public int max() {
    return exercises.stream().mapToInt(result -> result.exercise().max()).sum();
  }

  /** Returns whether a test has no verdict; then the score does not count as a mark. */
  public boolean notGraded() {
    return exercises.stream().anyMatch(ExerciseResult::notGraded);
  }
}
