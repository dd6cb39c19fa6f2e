package firsthop.grader.regrade;

import firsthop.grader.common.IoReason;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.grading.GradingTask;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The work of a regrade. A submission whose results are all up to date is in neither part.
 *
 * @param waiting the results of an earlier regrade that nobody has accepted yet, by submission id
 * @param left the submissions to be graded
 */
public record PendingRegrade(Map<String, SubmissionResult> waiting, List<GradingTask> left) {

  /**
   * Compares two gradebooks of the same run.
   *
   * @param results the gradebook that counts
   * @param beside the gradebook with the results that wait to be accepted
   * @throws MachineFaultException when one of them cannot be read
   */
  public static PendingRegrade of(
      Gradebook results, Gradebook beside, List<Submission> submissions, List<Lab> labs)
      throws MachineFaultException {
    try {
      return look(results, beside, submissions, labs);
    } catch (IOException unreadable) {
      throw new MachineFaultException("cannot read earlier results: " + IoReason.of(unreadable));
    }
  }

  private static PendingRegrade look(
      Gradebook results, Gradebook beside, List<Submission> submissions, List<Lab> labs)
      throws IOException {
    List<String> ids = labs.stream().map(Lab::id).toList();
    Map<String, SubmissionResult> waiting = new LinkedHashMap<>();
    List<GradingTask> left = new ArrayList<>();
    for (Submission submission : submissions) {
      List<LabResult> standing = results.standing(submission, ids);
      if (standing.size() == ids.size()) {
        continue;
      }
      List<LabResult> decided = beside.standing(submission, ids);
      Optional<StoredResult> kept = beside.kept(submission.id());
      if (kept.isPresent() && decided.size() == ids.size()) {
        waiting.put(submission.id(), kept.get().result().in(ids));
      } else {
        left.add(work(submission, labs, standing, decided));
      }
    }
    return new PendingRegrade(waiting, left);
  }

  private static GradingTask work(
      Submission submission, List<Lab> labs, List<LabResult> standing, List<LabResult> decided) {
    Map<String, LabResult> all = new LinkedHashMap<>();
    decided.forEach(lab -> all.put(lab.id(), lab));
    standing.forEach(lab -> all.put(lab.id(), lab));
    return new GradingTask(
        submission,
        labs.stream().filter(lab -> !all.containsKey(lab.id())).toList(),
        List.copyOf(all.values()));
  }
}
