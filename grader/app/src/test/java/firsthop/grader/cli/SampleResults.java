package firsthop.grader.cli;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Results of one test of twelve points. */
final class SampleResults {
  private SampleResults() {}

  /** Returns a lab for which nothing was handed in where the file is missing. */
  static LabResult lab(String id, Verdict verdict, String... notices) {
    return lab(id, verdict == Verdict.MISSING ? HandedIn.NOTHING : HandedIn.WORK, verdict, notices);
  }

  static LabResult lab(String id, HandedIn handedIn, Verdict verdict, String... notices) {
    ExamPlan.Test test = new ExamPlan.Test(new TestKey("1.1", "one"), 12, "", 1_000);
    ExamPlan.Exercise exercise =
        new ExamPlan.Exercise("1.1", "title", "RFC 1", "firsthop.X", List.of(test));
    return new LabResult(
        id,
        handedIn,
        List.of(new ExerciseResult(exercise, List.of(TestResult.without(test, verdict, "")))),
        Map.of(),
        verdict == Verdict.CRASHED,
        List.of(notices));
  }

  static SubmissionResult submission(String id, LabResult lab) {
    return new SubmissionResult(
        id, "digest", List.of(lab), List.of(), Instant.EPOCH, 1, SubmissionOrigin.UNKNOWN);
  }
}
