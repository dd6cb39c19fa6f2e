package firsthop.grader.proving;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.TestResult;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which hidden test caught which wrong submission of one exercise. */
final class CatchTable {
  private final ExamPlan.Exercise exercise;
  private final Map<String, ExerciseResult> wrong = new LinkedHashMap<>();

  CatchTable(ExamPlan.Exercise exercise) {
    this.exercise = exercise;
  }

  void add(String name, ExerciseResult result) {
    wrong.put(name, result);
  }

  boolean isEmpty() {
    return wrong.isEmpty();
  }

  /** Returns the tests that every wrong submission passes. */
  List<String> testsThatCatchNothing() {
    return exercise.tests().stream()
        .map(test -> test.key().name())
        .filter(test -> caughtBy(test).isEmpty())
        .toList();
  }

  /** Returns the table in Markdown; a test that alone catches something is marked with a star. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("\n| wrong submission of ").append(exercise.id());
    text.append(" | points | failed tests (* caught by no other submission) |\n|---|---|---|\n");
    wrong.forEach(
        (name, result) -> {
          text.append("| ").append(name).append(" | ").append(result.score()).append(" | ");
          List<String> cells = new ArrayList<>();
          for (TestResult test : result.tests()) {
            if (test.verdict() != Verdict.PASSED) {
              cells.add(cell(test));
            }
          }
          text.append(String.join(", ", cells)).append(" |\n");
        });
    return text.toString();
  }

  private String cell(TestResult result) {
    String test = result.test().key().name();
    String star = caughtBy(test).size() == 1 ? "*" : "";
    return result.verdict() == Verdict.FAILED
        ? test + star
        : test + star + " (" + result.verdict().label() + ")";
  }

  private List<String> caughtBy(String test) {
    List<String> names = new ArrayList<>();
    wrong.forEach(
        (name, result) -> {
          if (result.tests().stream()
              .anyMatch(
                  one -> one.test().key().name().equals(test) && one.verdict() != Verdict.PASSED)) {
            names.add(name);
          }
        });
    return names;
  }
}
