package firsthop.grader.gradebook;

import firsthop.grader.control.Verdict;
import java.util.List;

/**
 * One lab's exercises.
 *
 * @param brokeBench why the tests after a point are lost; empty when the bench stood
 */
public record LabResult(String id, List<ExerciseResult> exercises, String brokeBench) {

  /** Return the points earned. */
  public int score() {
    return exercises.stream().mapToInt(ExerciseResult::score).sum();
  }

  /** Return the points that could be earned. */
  public int max() {
    return exercises.stream().mapToInt(result -> result.exercise().max()).sum();
  }

  /** Tell whether a test has no verdict through no fault of the submission's. */
  public boolean notGraded() {
    return exercises.stream()
        .flatMap(exercise -> exercise.tests().stream())
        .anyMatch(test -> test.verdict() == Verdict.NOT_GRADED);
  }
}
