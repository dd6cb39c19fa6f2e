package firsthop.grader.examiner;

import firsthop.grader.control.Verdict;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Runs tests one after the other. After a time-out, an exit or an OutOfMemoryError the next test
 * gets a new candidate. After a few time-outs in an exercise, its other tests are not run: each of
 * them would hold the bench until its time is over. Every verdict counts.
 */
final class SequentialRound extends Round {
  private final CandidateHost host;
  private final int timeOuts;
  private final Map<String, Integer> timedOut = new HashMap<>();

  /**
   * Prepares a round.
   *
   * @param timeOuts after so many time-outs in an exercise, its other tests are not run
   */
  SequentialRound(Exams exams, ExaminationContext context, CandidateHost host, int timeOuts) {
    super(exams, context);
    this.host = host;
    this.timeOuts = timeOuts;
  }

  @Override
  boolean isStopped(String exercise) {
    return timedOut.getOrDefault(exercise, 0) >= timeOuts;
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
    if (run.forcedVerdict() == Verdict.TIMED_OUT) {
      timedOut.merge(run.test().key().exercise(), 1, Integer::sum);
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
