package firsthop.grader.regrade;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Results of exercise 1.1. */
public final class GradedSamples {
  private GradedSamples() {}

  /** Returns a test of 1.1. */
  public static TestResult test(String name, int points, Verdict verdict) {
    return TestResult.without(
        new ExamPlan.Test(new TestKey("1.1", name), points, "", 1_000), verdict, "");
  }

  /** Returns a submission with these tests of 1.1. */
  public static SubmissionResult submission(String id, TestResult... tests) {
    ExamPlan.Exercise exercise =
        new ExamPlan.Exercise(
            "1.1", "title", "RFC 1", "firsthop.X", Stream.of(tests).map(TestResult::test).toList());
    LabResult lab =
        new LabResult(
            "lab01",
            List.of(new ExerciseResult(exercise, List.of(tests))),
            Map.of(),
            false,
            List.of());
    return new SubmissionResult(
        id, "digest", List.of(lab), List.of(), Instant.EPOCH, 1, SubmissionOrigin.UNKNOWN);
  }
}
