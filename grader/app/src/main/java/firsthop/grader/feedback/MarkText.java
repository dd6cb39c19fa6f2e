package firsthop.grader.feedback;

import firsthop.grader.control.Verdict;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.ExerciseResult;
import java.util.Optional;

/** Formats marks: the points that count, and the test result if it is different. */
public final class MarkText {
  private MarkText() {}

  /** Returns the text of an exercise's points. */
  public static String of(
      ExerciseResult result, Optional<PointsOverride> override, FeedbackSentences words) {
    int max = result.exercise().max();
    String notGraded = words.verdict(Verdict.NOT_GRADED);
    return override
        .map(
            given ->
                words.text(
                    "setByInstructor",
                    given.points(),
                    max,
                    result.notGraded() ? notGraded : String.valueOf(result.score())))
        .orElseGet(() -> result.notGraded() ? notGraded : words.text("score", result.score(), max));
  }

  /** Returns a sentence about the late deduction of a lab; empty if it was in time. */
  public static Optional<String> lateness(LabMark mark, FeedbackSentences words) {
    if (mark.daysLate() == 0) {
      return Optional.empty();
    }
    return Optional.of(
        words.text(
            "late.sentence",
            mark.lab(),
            words.days(mark.daysLate()),
            mark.percentOff().toPlainString(),
            mark.after().toPlainString(),
            mark.before()));
  }

  /** Returns the text of a lab's mark. */
  static String of(LabMark mark, FeedbackSentences words) {
    String counts = words.text("score", mark.after().toPlainString(), mark.max());
    return mark.percentOff().signum() == 0
        ? counts
        : words.text(
            "late.mark",
            counts,
            mark.percentOff().toPlainString(),
            words.days(mark.daysLate()),
            mark.before());
  }
}
