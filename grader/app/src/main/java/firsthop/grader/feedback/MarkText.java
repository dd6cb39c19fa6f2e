package firsthop.grader.feedback;

import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.ExerciseResult;
import java.util.Optional;

/** Says what counts, and what the tests gave where that is something else. */
public final class MarkText {
  private MarkText() {}

  /** Says what an exercise counts. */
  public static String of(ExerciseResult result, Optional<PointsOverride> word) {
    String tests = result.notGraded() ? "not graded" : String.valueOf(result.score());
    int max = result.exercise().max();
    return word.map(
            given ->
                "%d of %d points, set by your instructor; by the tests: %s"
                    .formatted(given.points(), max, tests))
        .orElse(result.notGraded() ? tests : tests + " of " + max);
  }

  /** Says what a lab counts. */
  static String of(LabMark mark) {
    String counts = mark.after().toPlainString() + " of " + mark.max();
    return mark.percentOff().signum() == 0
        ? counts
        : "%s points, after %s %% off for being late by %d %s; before: %d"
            .formatted(
                counts,
                mark.percentOff().toPlainString(),
                mark.daysLate(),
                mark.daysLate() == 1 ? "day" : "days",
                mark.before());
  }
}
