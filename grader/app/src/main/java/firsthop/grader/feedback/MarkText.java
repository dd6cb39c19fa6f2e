package firsthop.grader.feedback;

import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.ExerciseResult;
import java.util.Optional;

/** Formats marks: the points that count, and the test result if it is different. */
public final class MarkText {
  private MarkText() {}

  /** Returns the text of an exercise's points. */
  public static String of(ExerciseResult result, Optional<PointsOverride> override) {
    String tests = result.notGraded() ? "not graded" : String.valueOf(result.score());
    int max = result.exercise().max();
    return override
        .map(
            given ->
                "%d of %d points, set by your instructor (the tests gave: %s)"
                    .formatted(given.points(), max, tests))
        .orElse(result.notGraded() ? tests : tests + " of " + max);
  }

  /** Returns the text of a lab's mark. */
  static String of(LabMark mark) {
    String counts = mark.after().toPlainString() + " of " + mark.max();
    return mark.percentOff().signum() == 0
        ? counts
        : "%s points after %s %% off for being %d %s late (before: %d)"
            .formatted(
                counts,
                mark.percentOff().toPlainString(),
                mark.daysLate(),
                mark.daysLate() == 1 ? "day" : "days",
                mark.before());
  }
}
