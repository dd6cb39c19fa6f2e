package firsthop.grader.grading;

import static firsthop.grader.course.SampleCourse.LAB01;

import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.SampleCourse;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.submission.Submission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Submissions for the scripted sandbox, and short ways to grade them and to look at the results.
 */
public final class GradingSamples {
  private GradingSamples() {}

  /** Returns a submission of 1.1 alone. */
  public static Submission submission(String id, String source) {
    return new Submission(
        id, Map.of("lab01", Map.of(SampleCourse.CODEC, source)), List.of("arrived"));
  }

  /** Grades one submission of 1.1 on one bench. */
  static SubmissionResult grade(ScriptedSandbox sandbox, WaitLimits patience) throws Exception {
    try (Grading grading = new Grading(sandbox, 1, 0, patience)) {
      return grading.grade(List.of(submission("kim", "code")), List.of(LAB01), result -> {}).get(0);
    }
  }

  /** Returns every test's verdict. */
  static Map<TestKey, Verdict> verdicts(SubmissionResult result) {
    Map<TestKey, Verdict> verdicts = new LinkedHashMap<>();
    for (LabResult lab : result.labs()) {
      lab.exercises().stream()
          .flatMap(exercise -> exercise.tests().stream())
          .forEach(test -> verdicts.put(test.test().key(), test.verdict()));
    }
    return verdicts;
  }

  /** Returns one test's result. */
  static TestResult test(SubmissionResult result, TestKey key) {
    return result.labs().stream()
        .flatMap(lab -> lab.exercises().stream())
        .flatMap(exercise -> exercise.tests().stream())
        .filter(test -> test.test().key().equals(key))
        .findFirst()
        .orElseThrow();
  }
}
