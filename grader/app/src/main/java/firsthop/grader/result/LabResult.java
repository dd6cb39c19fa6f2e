package firsthop.grader.result;

import java.util.List;
import java.util.Map;

/**
 * The result of one lab.
 *
 * @param handedIn what there was to grade
 * @param leftOut what javac said of files that belong to no exercise and did not compile, by path
 * @param brokeBench whether the submission brought down the bench, so that tests were lost
 * @param notices what the instructor should know of how it went
 */
public record LabResult(
    String id,
    HandedIn handedIn,
    List<ExerciseResult> exercises,
    Map<String, String> leftOut,
    boolean brokeBench,
    List<String> notices) {

  /** Makes one of a lab for which work was handed in. */
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

  /** Tells whether a test has no verdict, so that the score is no mark. */
  public boolean notGraded() {
    return exercises.stream().anyMatch(ExerciseResult::notGraded);
  }
}
