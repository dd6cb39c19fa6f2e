package firsthop.grader.result;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import java.util.List;

/** One exercise's verdicts: one for each test of the plan. */
public record ExerciseResult(ExamPlan.Exercise exercise, List<TestResult> tests) {

  /** Returns the points earned. */
  public int score() {
    return tests.stream().mapToInt(TestResult::points).sum();
  }

  /** Tells whether a test has no verdict through no fault of the submission's. */
  public boolean notGraded() {
    return tests.stream().anyMatch(test -> test.verdict() == Verdict.NOT_GRADED);
  }
}
