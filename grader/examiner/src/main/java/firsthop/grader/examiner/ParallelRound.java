package firsthop.grader.examiner;

import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Tests that run beside each other on one candidate. Where all of an exercise's tests passed, they
 * have passed, and what is open is open. Otherwise none of them is settled: what did not pass may
 * be the doing of another test, and what did may be that of a class with two faces, which shows one
 * in company and the other alone. When anything else than a pass came out, the candidate is ended:
 * calls may still hang in it.
 */
final class ParallelRound extends Round {
  /** After its interrupt a test is over at once, unless it waits for what only the end brings. */
  private static final int GRACE_MILLIS = 2_000;

  private static final Set<Verdict> HARMLESS = Set.of(Verdict.PASSED, Verdict.OPEN);

  private final CandidateHost host;
  private final Map<TestKey, Decision> decisions = new ConcurrentHashMap<>();
  private final Set<TestKey> settled = new HashSet<>();
  private @Nullable CandidateLink link;

  ParallelRound(Exams exams, ExaminationContext context, CandidateHost host) {
    super(exams, context);
    this.host = host;
  }

  /** Returns the tests whose verdicts have been said; known when the round has ended. */
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

  /** The others go on, unless the test that expired holds up the round. */
  @Override
  void expired(TestRun run, CandidateLink candidate) {
    run.interrupt();
    later(
        () -> {
          if (!run.isOver()) {
            dismiss(candidate);
          }
        },
        GRACE_MILLIS);
  }

  @Override
  void over(TestRun run, TestExecutionResult result) {
    CandidateLink present = host.current();
    decisions.put(run.test().key(), new Decision(run, result, present == null || present.lost()));
  }

  @Override
  void end() throws IOException {
    Set<String> doubtful = new HashSet<>();
    decisions.forEach(
        (test, decision) -> {
          if (!HARMLESS.contains(decision.verdict())) {
            doubtful.add(test.exercise());
          }
        });
    List<TestKey> stand = new ArrayList<>(decisions.keySet());
    stand.removeIf(
        test ->
            doubtful.contains(test.exercise()) && decisions.get(test).verdict() != Verdict.OPEN);
    for (TestKey test : stand) {
      say(decisions.get(test).decided(""));
      settled.add(test);
    }
    if (!doubtful.isEmpty()) {
      host.end();
    }
  }

  private void dismiss(CandidateLink candidate) {
    try {
      host.dismiss(candidate);
    } catch (IOException gone) {
      // The grader is gone; the main thread finds out when it next speaks.
    }
  }
}
