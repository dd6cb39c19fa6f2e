package firsthop.grader.result;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of one hidden test.
 *
 * @param message the reason, for the instructor; it may quote the hidden test
 * @param thrown the type of the exception of the student's code, if that is the reason
 * @param frames its stack frames in the student's own files
 * @param trace the messages on the wire, for the instructor; empty when passed
 * @param millis the duration of the test
 */
public record TestResult(
    ExamPlan.Test test,
    Verdict verdict,
    String message,
    @Nullable String thrown,
    List<String> frames,
    List<TraceEntry> trace,
    long millis) {

  /** The message of a test that was not graded because the submission could not be read. */
  public static final String NOT_READABLE = "the submission could not be read";

  /** Returns the result for a verdict of the examiner. */
  public static TestResult of(ExamPlan.Test test, FromExaminer.Decided decided) {
    return new TestResult(
        test,
        decided.verdict(),
        decided.message(),
        decided.thrown(),
        decided.frames(),
        decided.trace(),
        decided.millis());
  }

  /** Returns the result of a test that did not run. */
  public static TestResult without(ExamPlan.Test test, Verdict verdict, String message) {
    return new TestResult(test, verdict, message, null, List.of(), List.of(), 0);
  }

  /** Returns the points that the test earns. */
  public int points() {
    return verdict == Verdict.PASSED ? test.points() : 0;
  }
}
