package firsthop.grader.examiner;

import firsthop.grader.control.TestKey;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.SubjectExtension;
import firsthop.grader.exam.TestContexts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.support.store.Namespace;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;

/**
 * Examines one submission in one lab, in two rounds. The first round runs the tests that mostly
 * wait, in parallel. The second round runs the other tests, and those that the first did not
 * settle, one after the other.
 */
final class Examination {
  private static final Namespace NAMESPACE = Namespace.create(SubjectExtension.class);

  private final Exams exams;
  private final Grader grader;
  private final CandidateHost host;
  private final ScheduledExecutorService watchdog;
  private final int bench;
  private final Seed seed;

  /**
   * Prepares an examination.
   *
   * @param watchdog ends tests whose time is over
   * @param bench the bench whose addresses the tests get
   */
  Examination(
      Exams exams,
      Grader grader,
      CandidateHost host,
      ScheduledExecutorService watchdog,
      int bench,
      Seed seed) {
    this.exams = exams;
    this.grader = grader;
    this.host = host;
    this.watchdog = watchdog;
    this.bench = bench;
    this.seed = seed;
  }

  /**
   * Runs these tests. Each verdict is sent as soon as it is final.
   *
   * @param timeOuts after so many time-outs in an exercise, its other tests are not run
   * @throws IOException when the examination cannot continue
   */
  void run(LauncherSession session, List<TestKey> tests, int timeOuts) throws IOException {
    List<TestKey> left = new ArrayList<>(tests);
    List<TestKey> waiting = tests.stream().filter(exams::runsInParallel).toList();
    if (waiting.size() > 1) {
      ParallelRound round = new ParallelRound(exams, context(), host);
      execute(session, round, exams.parallelRequest(waiting));
      left.removeAll(round.settled());
    }
    if (!left.isEmpty()) {
      execute(session, new SequentialRound(exams, context(), host, timeOuts), exams.request(left));
    }
  }

  private ExaminationContext context() {
    return new ExaminationContext(grader, watchdog, bench, seed);
  }

  private static void execute(LauncherSession session, Round round, LauncherDiscoveryRequest tests)
      throws IOException {
    session.getStore().put(NAMESPACE, TestContexts.class, round);
    session
        .getLauncher()
        .execute(LauncherExecutionRequestBuilder.request(tests).listeners(round).build());
    round.end();
    @Nullable IOException fault = round.fault();
    if (fault != null) {
      throw fault;
    }
  }
}
