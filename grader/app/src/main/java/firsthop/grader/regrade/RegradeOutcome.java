package firsthop.grader.regrade;

import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.result.SubmissionResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The outcome of a regrade. A submission that could not be graded keeps its whole old result, so no
 * result mixes the old exam with the new one.
 *
 * @param after the new results of the class, in the order of the run
 * @param decided the results that were graded again
 * @param changes the effect on each of these
 * @param notGraded the submissions that were not graded because of the machine
 */
public record RegradeOutcome(
    List<SubmissionResult> after,
    List<SubmissionResult> decided,
    List<MarkChange> changes,
    List<SubmissionResult> notGraded) {

  /**
   * Compares results with those of the run.
   *
   * @param again the new results by submission id
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
