package firsthop.grader.report;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.result.LabResult;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run as the report shows it.
 *
 * @param entries the submissions in the order of the run
 * @param retryCommand the command that grades again what was not graded
 * @param zone the time zone of the times that are shown
 * @param weights the weights of labs as text, except for those with the usual weight
 */
record ClassView(
    String title,
    List<String> labs,
    List<SubmissionEntry> entries,
    String retryCommand,
    ZoneId zone,
    List<String> weights) {

  static ClassView of(StoredRun run, String retryCommand, ZoneId zone) {
    MarkRules rules = run.spec().marking().rules();
    return new ClassView(
        run.spec().title(),
        run.labs(),
        run.results().stream().map(kept -> SubmissionEntry.of(kept, run.labs(), rules)).toList(),
        retryCommand,
        zone,
        rules.weightsOf(run.labs()));
  }

  /** Returns the exercises by lab, in the order of their ids. */
  Map<String, List<ExamPlan.Exercise>> exercises() {
    Map<String, Map<String, ExamPlan.Exercise>> byLab = new LinkedHashMap<>();
    labs.forEach(lab -> byLab.put(lab, new LinkedHashMap<>()));
    for (SubmissionEntry entry : entries) {
      for (LabResult lab : entry.result().labs()) {
        Map<String, ExamPlan.Exercise> known = byLab.get(lab.id());
        lab.exercises().forEach(each -> known.putIfAbsent(each.exercise().id(), each.exercise()));
      }
    }
    Map<String, List<ExamPlan.Exercise>> all = new LinkedHashMap<>();
    byLab.forEach((lab, exercises) -> all.put(lab, new ArrayList<>(exercises.values())));
    return all;
  }
}
