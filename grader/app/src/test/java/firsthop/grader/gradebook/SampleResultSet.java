package firsthop.grader.gradebook;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TestKey;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.Excerpts;
import firsthop.grader.store.LabKey;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Short ways to make results. */
public final class SampleResultSet {
  public static final Instant STARTED = Instant.parse("2026-03-02T09:00:00Z");

  /** As Canvas tells it. */
  public static final SubmissionOrigin ARRIVAL =
      new SubmissionOrigin(
          "Canvas", "Kim, Min", "4711", Optional.of(STARTED.minusSeconds(60)), true);

  public static final RunEnvironment RUN =
      new RunEnvironment(
          "v1", 1, new Sandbox.Description("docker", "image:1", "17.0.15", true, Limits.STANDARD));

  private SampleResultSet() {}

  /** Returns a test of four points that a candidate's exception decided. */
  public static TestResult threw(@Nullable String type, String message, String... frames) {
    return result("refuses_leading_zeros", Verdict.FAILED, message, type, List.of(frames));
  }

  public static TestResult result(String name, Verdict verdict, String message) {
    return result(name, verdict, message, null, List.of());
  }

  private static TestResult result(
      String name, Verdict verdict, String message, @Nullable String thrown, List<String> frames) {
    ExamPlan.Test test = new ExamPlan.Test(new TestKey("1.1", name), 4, "The hint.", 1_000);
    return new TestResult(test, verdict, message, thrown, frames, List.of(), 7);
  }

  public static TestResult hinted(String hint) {
    ExamPlan.Test test = new ExamPlan.Test(new TestKey("1.1", "a"), 4, hint, 1_000);
    return TestResult.without(test, Verdict.FAILED, "");
  }

  /** Returns a failed test with what went over the wire in it. */
  public static TestResult withTrace(TraceEntry... entries) {
    TestResult without = result("loses", Verdict.FAILED, "");
    return new TestResult(
        without.test(), Verdict.FAILED, "", null, List.of(), List.of(entries), without.millis());
  }

  public static LabResult lab(String id, TestResult... tests) {
    return lab(id, HandedIn.WORK, false, tests);
  }

  public static LabResult lab(
      String id, HandedIn handedIn, boolean brokeBench, TestResult... tests) {
    ExamPlan.Exercise exercise =
        new ExamPlan.Exercise(
            "1.1",
            "Dotted decimal",
            "RFC 6943",
            "firsthop.addresses.Codec",
            Stream.of(tests).map(TestResult::test).toList());
    return new LabResult(
        id,
        handedIn,
        List.of(new ExerciseResult(exercise, List.of(tests))),
        Map.of(),
        brokeBench,
        List.of());
  }

  /** Returns a result as it is kept. */
  public static StoredResult kept(SubmissionResult result, Map<String, Integer> lines) {
    Map<String, LabKey> keys = new TreeMap<>();
    Map<String, Excerpts> excerpts = new TreeMap<>();
    result.labs().forEach(lab -> keys.put(lab.id(), new LabKey("key of " + lab.id())));
    result.labs().forEach(lab -> excerpts.put(lab.id(), Excerpts.NONE));
    return new StoredResult(result, keys, RUN, lines, excerpts, List.of("a file is left out"));
  }

  /** Returns what was handed in for one exercise. */
  public static Submission handedIn(String id, String source) {
    return new Submission(
        id, Map.of("lab01", Map.of("firsthop/addresses/MyCodec.java", source)), List.of());
  }

  public static SubmissionResult submission(String id, LabResult... labs) {
    return new SubmissionResult(
        id, "digest", List.of(labs), List.of("a notice"), STARTED, 1_234, ARRIVAL);
  }

  /** Returns a graded submission of one test. */
  public static SubmissionResult graded(String id, TestResult test) {
    return submission(id, lab("lab01", test));
  }
}
