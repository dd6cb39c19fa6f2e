package firsthop.grader.submission;

import java.time.Instant;
import java.util.Optional;

/**
 * How a submission came, as far as whoever collected it says so.
 *
 * @param from what it was collected with, such as {@code Canvas}; empty for a plain folder
 * @param person the person's name; empty where it is not known
 * @param account by what the learning platform knows the person, such as Canvas's user id, Moodle's
 *     participant number or Gradescope's submission id; empty where there is none
 * @param at when it was handed in
 * @param late whether the platform marked it as late
 */
public record SubmissionOrigin(
    String from, String person, String account, Optional<Instant> at, boolean late) {
  /** Of a plain folder. */
  public static final SubmissionOrigin UNKNOWN =
      new SubmissionOrigin("", "", "", Optional.empty(), false);
}
