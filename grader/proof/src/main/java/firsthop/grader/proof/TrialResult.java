package firsthop.grader.proof;

import firsthop.grader.result.LabResult;
import firsthop.grader.result.TestResult;
import java.util.List;

/**
 * What came of a trial.
 *
 * @param lab the result of the graded exercises
 */
record TrialResult(Trial trial, LabResult lab) {

  /** Returns the verdicts of every exercise that was graded. */
  List<TestResult> tests() {
    return lab.exercises().stream().flatMap(exercise -> exercise.tests().stream()).toList();
  }

  /** Returns the points earned. */
  int score() {
    return lab.score();
  }
}
