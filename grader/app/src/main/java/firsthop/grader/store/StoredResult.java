package firsthop.grader.store;

import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A result as it is kept on disk.
 *
 * @param keys the key of each lab by the lab's id
 * @param run the environment of the run that wrote it
 * @param lines the number of lines of each submitted file, by its name
 * @param excerpts the lines that did not compile, by the lab's id
 * @param fileNotices notices about the files, for the student
 */
public record StoredResult(
    SubmissionResult result,
    Map<String, LabKey> keys,
    RunEnvironment run,
    Map<String, Integer> lines,
    Map<String, Excerpts> excerpts,
    List<String> fileNotices) {

  /**
   * Returns the labs whose results have these keys and are therefore kept; a lab that was not
   * graded is never kept.
   */
  public List<LabResult> standing(Map<String, LabKey> wanted) {
    return result.labs().stream()
        .filter(lab -> !lab.notGraded() && keys.get(lab.id()).equals(wanted.get(lab.id())))
        .toList();
  }

  /**
   * Returns it with the labs that it lacks and an earlier one has; where the verdicts are all the
   * same, they stand since then.
   */
  public StoredResult after(Optional<StoredResult> earlier) {
    if (earlier.isEmpty()) {
      return this;
    }
    List<LabResult> labs = new ArrayList<>(result.labs());
    Map<String, LabKey> all = new TreeMap<>(earlier.get().keys);
    all.putAll(keys);
    Map<String, Excerpts> allExcerpts = new TreeMap<>(earlier.get().excerpts);
    allExcerpts.putAll(excerpts);
    earlier.get().result.labs().stream()
        .filter(lab -> !keys.containsKey(lab.id()))
        .forEach(labs::add);
    labs.sort(Comparator.comparing(LabResult::id));
    SubmissionResult before = earlier.get().result;
    SubmissionResult whole = result.withLabs(labs);
    return new StoredResult(
        labs.equals(before.labs()) ? whole.at(before.started(), before.millis()) : whole,
        all,
        run,
        lines,
        allExcerpts,
        fileNotices);
  }
}
