package firsthop.grader.regrade;

import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.submission.Submission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The submissions that can be graded again: those whose files have not changed. A regrade shows the
 * effect of a changed exam, which must not be mixed with the effect of changed files.
 *
 * @param same the unchanged submissions in the order of the run
 * @param notices one line for each other submission: changed, removed or new
 */
public record SameFiles(List<Submission> same, List<String> notices) {

  /** Compares the present submissions with the graded ones. */
  public static SameFiles of(StoredRun run, List<Submission> now) {
    Map<String, Submission> left = new LinkedHashMap<>();
    now.forEach(submission -> left.put(submission.id(), submission));
    List<Submission> same = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (SubmissionResult graded : run.graded()) {
      Submission found = left.remove(graded.id());
      if (run.lost().contains(graded.id())) {
        notices.add(graded.id() + ": its result is missing or damaged; run grade");
      } else if (found == null) {
        notices.add(graded.id() + ": its files are gone; it keeps its mark");
      } else if (!found.digest().equals(graded.digest())) {
        notices.add(
            graded.id() + ": its files have changed; it keeps its mark until you run grade");
      } else {
        same.add(found);
      }
    }
    left.keySet().forEach(id -> notices.add(id + ": is new; run grade to grade it"));
    return new SameFiles(List.copyOf(same), List.copyOf(notices));
  }
}
