package firsthop.grader.examiner;

import firsthop.grader.control.Verdict;
import java.io.IOException;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Tests one after the other. After a time-out, an exit or an out-of-memory the next test finds a
 * fresh candidate; every verdict counts.
 */
final class SequentialRound extends Round {
  private final CandidateHost host;

  SequentialRound(Exams exams, ExaminationContext context, CandidateHost host) {
    super(exams, context);
    this.host = host;
  }

  @Override
  CandidateLink link() throws IOException {
    return host.link();
  }

  /** The candidate goes first: what ends the test thread's wait must not reach the next test. */
  @Override
  void expired(TestRun run, CandidateLink link) {
    dismiss(link);
    run.interrupt();
  }

  @Override
  void over(TestRun run, TestExecutionResult result) throws IOException {
    CandidateLink present = host.current();
    // The watchdog may be between its verdict and its deed: no other test may get that candidate.
    if (run.fate() == Verdict.TIMED_OUT && present != null) {
      dismiss(present);
    }
    Decision decision = new Decision(run, result, present != null && present.lost());
    say(
        decision.verdict() == Verdict.CRASHED
            ? decision.decided(host.end())
            : decision.decided(""));
  }

  @Override
  void end() {
    // The candidate stays for who comes next, or is ended with the examination.
  }

  private void dismiss(CandidateLink link) {
    try {
      host.dismiss(link);
    } catch (IOException gone) {
      // The grader is gone; the main thread finds out when it next speaks.
    }
  }
}
