package firsthop.grader.marks;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.ExamPlan;
import java.time.Instant;

/**
 * An instructor's points for one exercise of one submission. They replace the test result.
 *
 * @param submission the submission's id
 * @param exercise such as {@code 1.1}
 * @param points the points that count
 * @param reason the reason, which the student reads too
 * @param at the time when it was given
 */
public record PointsOverride(
    String submission, String exercise, int points, String reason, Instant at) {
  /** The maximum length of a reason, enough for a paragraph. */
  static final int MAX_REASON = 1_000;

  /** More than any exercise is worth. */
  static final int MAX_POINTS = 1_000;

  /**
   * Creates an override.
   *
   * @throws BadInputException when the points are not possible for the exercise, or the reason is
   *     missing or too long
   */
  public static PointsOverride give(
      String submission, ExamPlan.Exercise exercise, int points, String reason, Instant at)
      throws BadInputException {
    if (points < 0 || points > exercise.max()) {
      throw new BadInputException(
          points + " points for " + exercise.id() + ": give 0 to " + exercise.max());
    }
    String stripped = reason.strip();
    if (stripped.isEmpty()) {
      throw new BadInputException("give a reason: --reason \"...\"; the student will read it");
    }
    PointsOverride given = new PointsOverride(submission, exercise.id(), points, stripped, at);
    given.check();
    return given;
  }

  /**
   * Checks everything that does not depend on the exercise.
   *
   * @throws BadInputException when the override is invalid
   */
  void check() throws BadInputException {
    String of = submission + " " + exercise + ": ";
    if (points < 0 || points > MAX_POINTS) {
      throw new BadInputException(
          of + points + " points are not possible; give 0 to the exercise's maximum");
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
