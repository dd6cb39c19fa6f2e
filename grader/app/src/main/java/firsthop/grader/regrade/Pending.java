package firsthop.grader.regrade;

import firsthop.grader.bench.Work;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.gradebook.KeptResult;
import firsthop.grader.intake.IoReason;
import firsthop.grader.intake.Submission;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.MachineFaultException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a regrade has before it. Whose verdicts all stand in the results is in neither.
 *
 * @param waiting by submission id, what an earlier regrade decided and nobody has accepted yet
 * @param left what is to be graded
 */
public record Pending(Map<String, SubmissionResult> waiting, List<Work> left) {

  /**
   * Look at two gradebooks of the same run.
   *
   * @param results what counts
   * @param beside what waits to be accepted
   * @throws MachineFaultException when one of them cannot be read
   */
  public static Pending of(
      Gradebook results, Gradebook beside, List<Submission> submissions, List<Lab> labs)
      throws MachineFaultException {
    try {
      return look(results, beside, submissions, labs);
    } catch (IOException unreadable) {
      throw new MachineFaultException("cannot read earlier results: " + IoReason.of(unreadable));
    }
  }

  private static Pending look(
      Gradebook results, Gradebook beside, List<Submission> submissions, List<Lab> labs)
      throws IOException {
    List<String> ids = labs.stream().map(Lab::id).toList();
    Map<String, SubmissionResult> waiting = new LinkedHashMap<>();
    List<Work> left = new ArrayList<>();
    for (Submission submission : submissions) {
      List<LabResult> standing = results.standing(submission, ids);
      if (standing.size() == ids.size()) {
        continue;
      }
      List<LabResult> decided = beside.standing(submission, ids);
      Optional<KeptResult> kept = beside.kept(submission.id());
      if (kept.isPresent() && decided.size() == ids.size()) {
        waiting.put(submission.id(), kept.get().result().in(ids));
      } else {
        left.add(work(submission, labs, standing, decided));
      }
    }
    return new Pending(waiting, left);
  }

  private static Work work(
      Submission submission, List<Lab> labs, List<LabResult> standing, List<LabResult> decided) {
    Map<String, LabResult> all = new LinkedHashMap<>();
    decided.forEach(lab -> all.put(lab.id(), lab));
    standing.forEach(lab -> all.put(lab.id(), lab));
    return new Work(
        submission,
        labs.stream().filter(lab -> !all.containsKey(lab.id())).toList(),
        List.copyOf(all.values()));
  }
}
