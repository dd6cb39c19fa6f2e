package firsthop.grader.result;

import java.util.List;
import java.util.Map;

/**
 * The result of one lab.
 *
 * @param leftOut the errors of javac in files that belong to no exercise and were left out, by path
 * @param brokeBench whether the submission broke the bench, so that some tests could not run
 * @param notices notices for the instructor about the grading
 */
public record LabResult(
    String id,
    List<ExerciseResult> exercises,
    Map<String, String> leftOut,
    boolean brokeBench,
    List<String> notices) {

  /** Returns the points earned. */
  public int score() {
    return exercises.stream().mapToInt(ExerciseResult::score).sum();
  }

  /** Returns the maximum points. */
  public int max() {
    return exercises.stream().mapToInt(result -> result.exercise().max()).sum();
  }

  /** Returns whether a test was not graded. */
  public boolean notGraded() {
    return exercises.stream().anyMatch(ExerciseResult::notGraded);
  }
}
