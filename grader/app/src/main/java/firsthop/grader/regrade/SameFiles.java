package firsthop.grader.regrade;

import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.submission.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who can be graded again: those whose files are the ones that were graded. A regrade shows what an
 * exam's change does; what a change of files does must not be mistaken for it.
 *
 * @param same in the order of the run
 * @param notices on each of the others: changed, gone or new
 */
public record SameFiles(List<Submission> same, List<String> notices) {

  /** Holds what lies there now against what was graded. */
  public static SameFiles of(StoredRun run, List<Submission> now) {
    Map<String, Submission> left = new LinkedHashMap<>();
    now.forEach(submission -> left.put(submission.id(), submission));
    List<Submission> same = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (SubmissionResult graded : run.graded()) {
      Submission found = left.remove(graded.id());
      if (run.lost().contains(graded.id())) {
        notices.add(graded.id() + ": its result is not there or damaged; run grade");
      } else if (found == null) {
        notices.add(graded.id() + ": is not handed in any more; it keeps its mark");
      } else if (!found.digest().equals(graded.digest())) {
        notices.add(
            graded.id() + ": its files have changed since; it keeps its mark until grade is run");
      } else {
        same.add(found);
      }
    }
    left.keySet().forEach(id -> notices.add(id + ": is new; grade will take it in"));
    return new SameFiles(List.copyOf(same), List.copyOf(notices));
  }
}
