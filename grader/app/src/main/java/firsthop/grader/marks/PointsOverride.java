package firsthop.grader.marks;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.ExamPlan;
import java.time.Instant;

/**
 * An instructor's word on one exercise of one submission; it counts in place of the tests'.
 *
 * @param submission the submission's id
 * @param exercise such as {@code 1.1}
 * @param points what the exercise earns
 * @param reason for whoever asks later, the student among them
 * @param at when it was given
 */
public record PointsOverride(
    String submission, String exercise, int points, String reason, Instant at) {
  /** Enough for a paragraph. */
  static final int MAX_REASON = 1_000;

  /** More than any exercise is worth. */
  static final int MAX_POINTS = 1_000;

  /**
   * Gives one.
   *
   * @throws BadInputException when an exercise cannot earn so many points, or there is no reason,
   *     or a very long one
   */
  public static PointsOverride give(
      String submission, ExamPlan.Exercise exercise, int points, String reason, Instant at)
      throws BadInputException {
    if (points < 0 || points > exercise.max()) {
      throw new BadInputException(
          points + " points for " + exercise.id() + ": give 0 to " + exercise.max());
    }
    String words = reason.strip();
    if (words.isEmpty()) {
      throw new BadInputException("give a reason: --reason \"...\"; the student will read it");
    }
    PointsOverride given = new PointsOverride(submission, exercise.id(), points, words, at);
    given.check();
    return given;
  }

  /**
   * Checks what does not take the exercise to know.
   *
   * @throws BadInputException when it could not have been given
   */
  void check() throws BadInputException {
    String of = submission + " " + exercise + ": ";
    if (points < 0 || points > MAX_POINTS) {
      throw new BadInputException(of + points + " points; give 0 to what the exercise is worth");
    }
    if (reason.isBlank()) {
      throw new BadInputException(of + "there is no reason");
    }
    if (reason.length() > MAX_REASON) {
      throw new BadInputException(
          of + "the reason has " + reason.length() + " characters; give at most " + MAX_REASON);
    }
  }

  boolean isFor(String otherSubmission, String otherExercise) {
    return submission.equals(otherSubmission) && exercise.equals(otherExercise);
  }
}
