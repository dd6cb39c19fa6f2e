package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.TestResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which hidden test of an exercise catches which wrong submission: a test catches what does not
 * pass it.
 *
 * @param wrong the results of the wrong submissions
 */
public record KillMatrix(ExamPlan.Exercise exercise, List<TrialResult> wrong) {

  /** Returns the names of the tests that every wrong submission passes. */
  List<String> testsThatCatchNothing() {
    return exercise.tests().stream()
        .map(test -> test.key().name())
        .filter(test -> caughtBy(test) == 0)
        .toList();
  }

  /** Returns the matrix in Markdown; a star marks a test that catches no other submission. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("\n| wrong submission of ").append(exercise.id());
    text.append(" | points | tests that catch it (* and no other) |\n|---|---|---|\n");
    for (TrialResult result : wrong) {
      text.append("| ").append(result.trial().name()).append(" | ").append(result.score());
      text.append(" | ");
      text.append(
          result.tests().stream()
              .filter(KillMatrix::catches)
              .map(this::cell)
              .collect(Collectors.joining(", ")));
      text.append(" |\n");
    }
    return text.toString();
  }

  private String cell(TestResult result) {
    String test = result.test().key().name();
    String star = caughtBy(test) == 1 ? "*" : "";
    return result.verdict() == Verdict.FAILED
        ? test + star
        : test + star + " (" + result.verdict().label() + ")";
  }

  private long caughtBy(String test) {
    return wrong.stream()
        .filter(
            result ->
                result.tests().stream()
                    .anyMatch(one -> one.test().key().name().equals(test) && catches(one)))
        .count();
  }

  private static boolean catches(TestResult result) {
    return result.verdict() != Verdict.PASSED && result.verdict() != Verdict.NOT_RUN;
  }
}
