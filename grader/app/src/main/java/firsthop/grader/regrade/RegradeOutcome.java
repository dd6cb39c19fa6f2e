package firsthop.grader.regrade;

import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.result.SubmissionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a regrade came to. Who could not be graded keeps what was decided before, as a whole: no
 * submission is half of the old exam and half of the new one.
 *
 * @param after the class as it would be, in the order of the run
 * @param decided those of them that were graded again
 * @param changes for each of these, what it means
 * @param notGraded those whom the machine failed
 */
public record RegradeOutcome(
    List<SubmissionResult> after,
    List<SubmissionResult> decided,
    List<MarkChange> changes,
    List<SubmissionResult> notGraded) {

  /**
   * Holds results against those of the run.
   *
   * @param again by submission id, for those that were graded again
   */
  public static RegradeOutcome of(StoredRun before, Map<String, SubmissionResult> again) {
    RegradeOutcome outcome =
        new RegradeOutcome(
            new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (SubmissionResult old : before.graded()) {
      outcome.add(before, old, again.getOrDefault(old.id(), old));
    }
    return outcome;
  }

  private void add(StoredRun before, SubmissionResult old, SubmissionResult now) {
    if (now == old) {
      after.add(old);
    } else if (now.notGraded()) {
      after.add(old);
      notGraded.add(now);
    } else {
      after.add(now);
      decided.add(now);
      changes.add(MarkChange.between(old, now, before.spec().marking().rules()));
    }
  }
}
