package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.TestResult;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which hidden test of an exercise kills which wrong submission: a test kills what does not pass
 * it.
 *
 * @param wrong the results of the wrong submissions
 */
public record KillMatrix(ExamPlan.Exercise exercise, List<TrialResult> wrong) {

  /** Returns the names of the tests that every wrong submission passes. */
  List<String> testsThatKillNothing() {
    return exercise.tests().stream()
        .map(test -> test.key().name())
        .filter(test -> killedBy(test) == 0)
        .toList();
  }

  /** Returns the matrix in Markdown; a star marks a test that kills no other submission. */
  public String markdown() {
    StringBuilder text = new StringBuilder();
    text.append("\n| wrong submission of ").append(exercise.id());
    text.append(" | points | tests that kill it (* no other one) |\n|---|---|---|\n");
    for (TrialResult result : wrong) {
      text.append("| ").append(result.trial().name()).append(" | ").append(result.score());
      text.append(" | ");
      text.append(
          result.tests().stream()
              .filter(KillMatrix::kills)
              .map(this::cell)
              .collect(Collectors.joining(", ")));
      text.append(" |\n");
    }
    return text.toString();
  }

  private String cell(TestResult result) {
    String test = result.test().key().name();
    String star = killedBy(test) == 1 ? "*" : "";
    return result.verdict() == Verdict.FAILED
        ? test + star
        : test + star + " (" + result.verdict().label() + ")";
  }

  private long killedBy(String test) {
    return wrong.stream()
        .filter(
            result ->
                result.tests().stream()
                    .anyMatch(one -> one.test().key().name().equals(test) && kills(one)))
        .count();
  }

  private static boolean kills(TestResult result) {
    return result.verdict() != Verdict.PASSED && result.verdict() != Verdict.NOT_RUN;
  }
}
