package firsthop.grader.bench;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.ExerciseResult;
import firsthop.grader.gradebook.TestResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The verdicts on one submission in one lab. The plan says which there are: a verdict on another
 * test is ignored, and the first on a test stands.
 */
final class LabVerdicts {
  private final List<ExamPlan.Exercise> exercises;
  private final Map<TestKey, ExamPlan.Test> tests = new HashMap<>();
  private final Map<TestKey, TestResult> results = new HashMap<>();

  LabVerdicts(ExamPlan plan, int lab) {
    this.exercises = plan.exercises().stream().filter(exercise -> exercise.lab() == lab).toList();
    exercises.stream()
        .flatMap(exercise -> exercise.tests().stream())
        .forEach(test -> tests.put(test.key(), test));
  }

  /** Return the tests that have no verdict. */
  List<ExamPlan.Test> left() {
    return exercises.stream()
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> !results.containsKey(test.key()))
        .toList();
  }

  /** Take a verdict of the examiner's. */
  void take(FromExaminer.Decided decided) {
    ExamPlan.Test test = tests.get(decided.test());
    if (test != null) {
      results.putIfAbsent(test.key(), TestResult.of(test, decided));
    }
  }

  /** Give every test of these exercises that has no verdict this one. */
  void decide(Predicate<ExamPlan.Exercise> which, Verdict verdict, String message) {
    exercises.stream()
        .filter(which)
        .flatMap(exercise -> exercise.tests().stream())
        .forEach(
            test -> results.putIfAbsent(test.key(), TestResult.without(test, verdict, message)));
  }

  /** Give every test that has no verdict this one. */
  void decideRest(Verdict verdict, String message) {
    decide(exercise -> true, verdict, message);
  }

  /** Return the exercises. */
  List<ExamPlan.Exercise> exercises() {
    return exercises;
  }

  /** Tell whether a test has the verdict that it passed. */
  boolean passed(ExamPlan.Test test) {
    TestResult result = results.get(test.key());
    return result != null && result.verdict() == Verdict.PASSED;
  }

  /** Return the results, for a gradebook; every test must have its verdict. */
  List<ExerciseResult> results() {
    return exercises.stream()
        .map(
            exercise ->
                new ExerciseResult(
                    exercise,
                    exercise.tests().stream().map(test -> results.get(test.key())).toList()))
        .toList();
  }
}
