package firsthop.grader.result;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import java.util.List;

/** The result of one exercise: one verdict for each test of the plan. */
public record ExerciseResult(ExamPlan.Exercise exercise, List<TestResult> tests) {

  /** Returns the points earned. */
  public int score() {
    return tests.stream().mapToInt(TestResult::points).sum();
  }

  /** Returns whether a test was not graded. */
  public boolean notGraded() {
    return tests.stream().anyMatch(test -> test.verdict() == Verdict.NOT_GRADED);
  }
}
