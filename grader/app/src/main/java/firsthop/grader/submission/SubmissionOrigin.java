package firsthop.grader.submission;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a submission comes from, as far as the learning platform says it.
 *
 * @param from the platform, such as {@code Canvas}; empty for a plain folder
 * @param person the person's name; empty if unknown
 * @param account the platform's id, such as Canvas's user id, Moodle's participant number or
 *     Gradescope's submission id; empty if there is none
 * @param at the time when it was handed in; empty if unknown
 * @param late whether the platform marked it as late
 * @param accountOwner whether the account is a person's or a group's
 */
public record SubmissionOrigin(
    String from,
    String person,
    String account,
    Optional<Instant> at,
    boolean late,
    AccountOwner accountOwner) {
  /** The origin of a plain folder. */
  public static final SubmissionOrigin UNKNOWN =
      new SubmissionOrigin("", "", "", Optional.empty(), false);

  /** Creates an origin whose account, if there is one, is a person's. */
  public SubmissionOrigin(
      String from, String person, String account, Optional<Instant> at, boolean late) {
    this(from, person, account, at, late, AccountOwner.PERSON);
  }
}
