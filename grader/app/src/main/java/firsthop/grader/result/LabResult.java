package firsthop.grader.result;

import java.util.List;
import java.util.Map;

/**
 * One lab's exercises.
 *
 * @param leftOut what javac said of files that belong to no exercise and did not compile, by path
 * @param brokeBench whether the submission brought down the bench, so that tests were lost
 * @param notices what the instructor should know of how it went
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

  /** Returns the points that could be earned. */
  public int max() {
    return exercises.stream().mapToInt(result -> result.exercise().max()).sum();
  }

  /** Tells whether a test has no verdict through no fault of the submission's. */
  public boolean notGraded() {
    return exercises.stream().anyMatch(ExerciseResult::notGraded);
  }
}
