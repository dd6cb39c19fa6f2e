package firsthop.grader.report;

import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.store.Excerpts;
import firsthop.grader.store.StoredResult;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One submission as the report shows it, with only the labs of the run.
 *
 * @param page the file name of its page
 */
record SubmissionEntry(
    StoredResult kept, SubmissionResult result, SubmissionMarks marks, String page) {

  static SubmissionEntry of(StoredResult kept, List<String> labs, MarkRules rules) {
    SubmissionResult result = kept.result().in(labs);
    return new SubmissionEntry(kept, result, rules.marks(result), PageName.of(result.id()));
  }

  String id() {
    return result.id();
  }

  /** Returns the total; empty if a lab has no mark. */
  Optional<BigDecimal> total() {
    return marks.labs().size() == result.labs().size()
        ? Optional.of(marks.after())
        : Optional.empty();
  }

  /** Returns the total in whole percent of the maximum. */
  Optional<Integer> percent() {
    return total().map(total -> ReportText.percent(total, marks.max()));
  }

  Optional<LabMark> mark(String lab) {
    return marks.labs().stream().filter(mark -> mark.lab().equals(lab)).findFirst();
  }

  Optional<PointsOverride> override(String exercise) {
    return marks.overrides().stream().filter(each -> each.exercise().equals(exercise)).findFirst();
  }

  /** Returns the points that count for an exercise, with its override if there is one. */
  int points(ExerciseResult exercise) {
    return override(exercise.exercise().id()).map(PointsOverride::points).orElse(exercise.score());
  }

  Excerpts excerpts(String lab) {
    return kept.excerpts().getOrDefault(lab, Excerpts.NONE);
  }

  boolean late() {
    return result.arrival().late() || marks.labs().stream().anyMatch(mark -> mark.daysLate() > 0);
  }
}
