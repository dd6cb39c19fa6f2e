package firsthop.grader.marks;

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

/** A student, and results of one test of fifteen points. */
final class SampleMarks {
  static final Instant DUE = Instant.parse("2026-03-02T09:00:00Z");

  private SampleMarks() {}

  static LabResult lab(String id, Verdict verdict) {
    String exercise = Integer.parseInt(id.substring("lab".length())) + ".1";
    ExamPlan.Test test = new ExamPlan.Test(new TestKey(exercise, "one"), 15, "", 1_000);
    ExamPlan.Exercise all =
        new ExamPlan.Exercise(exercise, "title", "RFC 1", "firsthop.X", List.of(test));
    return new LabResult(
        id,
        List.of(new ExerciseResult(all, List.of(TestResult.without(test, verdict, "")))),
        Map.of(),
        false,
        List.of());
  }

  static SubmissionResult submission(SubmissionOrigin arrival, LabResult... labs) {
    return new SubmissionResult(
        "kim", "digest", List.of(labs), List.of(), Instant.EPOCH, 1, arrival);
  }

  static PointsOverride override(String submission, String exercise, int points) {
    return new PointsOverride(submission, exercise, points, "seen in person", DUE);
  }
}
