package firsthop.grader.examiner;

import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.Verdict;
import firsthop.grader.wire.ThrownData;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;

/** Decides the verdict on one test from its events and from JUnit's result. */
final class Decision {
  private static final int MAX_MESSAGE_CHARS = 4_000;

  private final TestRun run;
  private final @Nullable Throwable failure;
  private final Verdict verdict;
  private final long millis;

  /**
   * Decides the verdict.
   *
   * @param lost whether the candidate is gone
   */
  Decision(TestRun run, TestExecutionResult result, boolean lost) {
    this.run = run;
    this.failure = result.getThrowable().orElse(null);
    this.millis = run.millis();
    boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    Verdict forced = run.forcedVerdict();
    if (forced != null) {
      this.verdict = forced;
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
   * Returns the message to the grader.
   *
   * @param exit how the candidate's process ended; used only for {@link Verdict#CRASHED}
   */
  FromExaminer.Decided decided(String exit) {
    String message =
        switch (verdict) {
          case PASSED -> "";
          case TIMED_OUT ->
              "It did not finish within %d ms. Last call: %s"
                  .formatted(run.test().limitMillis(), run.lastCall());
          case NOT_RUN -> "It was not run, because other tests of this exercise timed out.";
          case CRASHED ->
              "The student's process ended (%s). Last call: %s".formatted(exit, run.lastCall());
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
