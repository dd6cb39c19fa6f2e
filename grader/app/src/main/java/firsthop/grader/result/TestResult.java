package firsthop.grader.result;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One hidden test's verdict.
 *
 * @param message why, for the instructor; may quote the hidden test
 * @param thrown the exception that the student's code threw, if that is why
 * @param frames where, in the student's own files
 * @param trace what went over the wire, for the instructor; empty when passed
 */
public record TestResult(
    ExamPlan.Test test,
    Verdict verdict,
    String message,
    @Nullable String thrown,
    List<String> frames,
    List<TraceEntry> trace,
    long millis) {

  /** The message of a test that was not graded because nothing handed in could be read. */
  public static final String NOT_READABLE = "what was handed in could not be read";

  /** Takes over a verdict of the examiner's. */
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

  /** Decides a test without running it. */
  public static TestResult without(ExamPlan.Test test, Verdict verdict, String message) {
    return new TestResult(test, verdict, message, null, List.of(), List.of(), 0);
  }

  /** Returns the points that it earns. */
  public int points() {
    return verdict == Verdict.PASSED ? test.points() : 0;
  }
}
