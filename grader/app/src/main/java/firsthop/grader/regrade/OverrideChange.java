package firsthop.grader.regrade;

import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.SubmissionResult;
import java.util.Optional;

/**
 * The effect of a new or removed override on one submission.
 *
 * @param result the test results
 * @param labs the result in the labs that count
 * @param exercise the exercise's id
 */
public record OverrideChange(
    SubmissionResult result,
    SubmissionResult labs,
    String exercise,
    MarkRules before,
    MarkRules after) {

  /** Compares a submission in two states of one run. */
  public static OverrideChange between(
      StoredRun before, StoredRun after, SubmissionResult result, String exercise) {
    return new OverrideChange(
        result,
        result.in(before.labs()),
        exercise,
        before.spec().marking().rules(),
        after.spec().marking().rules());
  }

  /** Returns the change as one line, such as {@code kim 1.1: 4 -> 10; total: 4/12 -> 10/12}. */
  @Override
  public String toString() {
    return String.format(
        "%s %s: %s -> %s; total: %s -> %s",
        result.id(),
        exercise,
        points(before),
        points(after),
        TotalMark.of(labs, before),
        TotalMark.of(labs, after));
  }

  private String points(MarkRules rules) {
    Optional<PointsOverride> word = rules.overrides().find(result.id(), exercise);
    return word.map(given -> String.valueOf(given.points()))
        .or(() -> result.exercise(exercise).map(OverrideChange::points))
        .orElse("nothing");
  }

  private static String points(ExerciseResult tests) {
    return tests.notGraded() ? "not graded" : String.valueOf(tests.score());
  }
}
