package firsthop.grader.examiner;

import firsthop.grader.control.Verdict;
import java.io.IOException;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Runs tests one after the other. After a time-out, an exit or an OutOfMemoryError the next test
 * gets a new candidate. Every verdict counts.
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

  /** Ends the candidate first, so that the interrupt cannot reach the next test. */
  @Override
  void expired(TestRun run, CandidateLink link) {
    dismiss(link);
    run.interrupt();
  }

  @Override
  void finished(TestRun run, TestExecutionResult result) throws IOException {
    CandidateLink present = host.current();
    // The watchdog may not have ended the candidate yet; no other test may get it.
    if (run.forcedVerdict() == Verdict.TIMED_OUT && present != null) {
      dismiss(present);
    }
    Decision decision = new Decision(run, result, present != null && present.lost());
    send(
        decision.verdict() == Verdict.CRASHED
            ? decision.decided(host.end())
            : decision.decided(""));
  }

  @Override
  void end() {
    // The next round uses the candidate, or the end of the examination ends it.
  }

  private void dismiss(CandidateLink link) {
    try {
      host.dismiss(link);
    } catch (IOException gone) {
      // The grader is gone; the main thread notices when it sends its next message.
    }
  }
}
