package firsthop.grader.marks;

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
    String submission, String exercise, int points, String reason, Instant at) {}
