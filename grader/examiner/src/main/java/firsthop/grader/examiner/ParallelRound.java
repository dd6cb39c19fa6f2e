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
 * Runs tests in parallel on one candidate. An exercise is settled if all its tests passed or are
 * open. Otherwise only its open tests are settled, and the others run again alone: a failure may be
 * caused by another test, and a class may behave differently when tests run in parallel. After any
 * other verdict the candidate is ended, because calls may still hang in it.
 */
final class ParallelRound extends Round {
  /** After an interrupt a test ends at once, unless it waits for something else. */
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

  /** Returns the tests whose verdicts have been sent; complete when the round has ended. */
  Set<TestKey> settled() {
    return settled;
  }

  /** All tests have begun before the first of them can time out. */
  @Override
  boolean isStopped(String exercise) {
    return false;
  }

  /** Returns the same candidate for all tests; the first call starts it. */
  @Override
  synchronized CandidateLink link() throws IOException {
    if (link == null) {
      link = host.link();
    }
    return link;
  }

  /** Interrupts this test only. If it does not end, the candidate is ended for all tests. */
  @Override
  void expired(TestRun run, CandidateLink candidate) {
    run.interrupt();
    schedule(
        () -> {
          if (!run.isOver()) {
            dismiss(candidate);
          }
        },
        GRACE_MILLIS);
  }

  @Override
  void finished(TestRun run, TestExecutionResult result) {
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
    List<TestKey> certain = new ArrayList<>(decisions.keySet());
    certain.removeIf(
        test ->
            doubtful.contains(test.exercise()) && decisions.get(test).verdict() != Verdict.OPEN);
    for (TestKey test : certain) {
      send(decisions.get(test).decided(""));
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
      // The grader is gone; the main thread notices when it sends its next message.
    }
  }
}
