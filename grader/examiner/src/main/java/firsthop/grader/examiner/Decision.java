package firsthop.grader.examiner;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.Verdict;
import firsthop.grader.wire.ThrownData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;

/** What becomes of one test, from what befell it and what JUnit says. */
final class Decision {
  private static final int MAX_MESSAGE_CHARS = 4_000;

  private final TestRun run;
  private final @Nullable Throwable failure;
  private final Verdict verdict;
  private final long millis;

  /**
   * Decides.
   *
   * @param lost whether the candidate is gone
   */
  Decision(TestRun run, TestExecutionResult result, boolean lost) {
    this.run = run;
    this.failure = result.getThrowable().orElse(null);
    this.millis = run.millis();
    boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    Verdict fate = run.fate();
    if (fate != null) {
      this.verdict = fate;
    } else if (passed) {
      this.verdict = Verdict.PASSED;
    } else {
      this.verdict = lost ? Verdict.CRASHED : Verdict.FAILED;
    }
  }

  Verdict verdict() {
    return verdict;
  }

  /**
   * Returns it as it is told to the grader.
   *
   * @param end how the candidate's process ended; only of interest when it did
   */
  FromExaminer.Decided decided(String end) {
    String message =
        switch (verdict) {
          case PASSED -> "";
          case TIMED_OUT ->
              "not over after " + run.test().limitMillis() + " ms; last call: " + run.lastCall();
          case CRASHED -> "the student's process ended (" + end + "); last call: " + run.lastCall();
          default -> String.valueOf(failure == null ? "" : failure.getMessage());
        };
    ThrownData behind = CandidateThrew.behind(failure);
    return new FromExaminer.Decided(
        run.test().key(),
        verdict,
        message.length() <= MAX_MESSAGE_CHARS
            ? message
            : message.substring(0, MAX_MESSAGE_CHARS) + "…",
        behind == null || behind.types().isEmpty() ? null : behind.types().get(0),
        behind == null ? List.of() : behind.frames(),
        verdict == Verdict.PASSED ? List.of() : run.trace().entries(),
        millis);
  }
}
