package firsthop.grader.examiner;

import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Tests that run beside each other on one candidate. What passes has passed, and what is open is
 * open; whatever else comes out may be the doing of another test, so it settles nothing. When
 * anything else did come out, the candidate is ended: calls may still hang in it.
 */
final class SideBySideRound extends Round {
  private static final Set<Verdict> SETTLED = Set.of(Verdict.PASSED, Verdict.OPEN);

  private final CandidateHost host;
  private final Set<TestKey> settled = ConcurrentHashMap.newKeySet();
  private @Nullable CandidateLink link;
  private volatile boolean doubtful;

  SideBySideRound(Exams exams, Setting setting, CandidateHost host) {
    super(exams, setting);
    this.host = host;
  }

  /** Return the tests whose verdicts have been said. */
  Set<TestKey> settled() {
    return settled;
  }

  /** The first test has the candidate started; none has it replaced. */
  @Override
  synchronized CandidateLink link() throws IOException {
    if (link == null) {
      link = host.link();
    }
    return link;
  }

  /** The others go on. */
  @Override
  void expired(TestRun run, CandidateLink candidate) {
    run.interrupt();
  }

  @Override
  void over(TestRun run, TestExecutionResult result) throws IOException {
    CandidateLink present = host.current();
    Decision decision = new Decision(run, result, present == null || present.lost());
    if (SETTLED.contains(decision.verdict())) {
      say(decision.decided(""));
      settled.add(run.test().key());
    } else {
      doubtful = true;
    }
  }

  @Override
  void end() throws IOException {
    if (doubtful) {
      host.end();
    }
  }
}
