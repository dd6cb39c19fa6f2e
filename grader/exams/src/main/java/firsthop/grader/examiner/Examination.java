package firsthop.grader.examiner;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.Verdict;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.SubjectFactory;
import firsthop.grader.wire.Thrown;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/**
 * Examines one submission in one lab: gives each test its subjects and its time, decides its
 * verdict, and says it at once.
 */
final class Examination implements SubjectFactory, TestExecutionListener {
  private static final int MAX_MESSAGE_CHARS = 4_000;

  private final Exams exams;
  private final Grader grader;
  private final CandidateHost host;
  private final ScheduledExecutorService watchdog;
  private final AddressPlan addresses;
  private final Map<Class<?>, ContractExceptions> exceptions = new HashMap<>();
  private @Nullable TestRun run;
  private @Nullable ScheduledFuture<?> expiry;
  private @Nullable IOException fault;

  Examination(
      Exams exams,
      Grader grader,
      CandidateHost host,
      ScheduledExecutorService watchdog,
      AddressPlan addresses) {
    this.exams = exams;
    this.grader = grader;
    this.host = host;
    this.watchdog = watchdog;
    this.addresses = addresses;
  }

  /** Return what keeps the examination from going on; null when nothing does. */
  @Nullable IOException fault() {
    return fault;
  }

  @Override
  public void executionStarted(TestIdentifier identifier) {
    ExamPlan.Test test = exams.find(identifier);
    run = test == null ? null : new TestRun(test);
  }

  @Override
  public void begin() throws IOException {
    if (fault != null) {
      throw fault;
    }
    TestRun current = running();
    CandidateLink link;
    try {
      link = host.link();
    } catch (IOException broken) {
      fault = broken;
      throw broken;
    }
    current.start();
    expiry =
        watchdog.schedule(
            () -> expire(current, link), current.test().limitMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public Object create(Class<?> contract) throws IOException {
    ContractExceptions known = exceptions.computeIfAbsent(contract, ContractExceptions::new);
    return RemoteSubject.create(contract, known, host.link(), running());
  }

  @Override
  public void release(Object subject) {
    RemoteSubject.release(subject);
  }

  @Override
  public AddressPlan addresses() {
    return addresses;
  }

  @Override
  public void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    TestRun ended = run;
    if (ended == null) {
      return;
    }
    run = null;
    ended.end();
    Thread.interrupted();
    dismissIfHung(ended);
    if (expiry != null) {
      expiry.cancel(false);
    }
    if (fault == null) {
      try {
        grader.tell(decide(ended, result));
      } catch (IOException broken) {
        fault = broken;
      }
    }
  }

  /** The watchdog may be between its verdict and its deed: no other test may get that candidate. */
  private void dismissIfHung(TestRun ended) {
    CandidateLink present = host.current();
    if (ended.fate() == Verdict.TIMED_OUT && present != null) {
      dismiss(present);
    }
  }

  private void dismiss(CandidateLink link) {
    try {
      host.dismiss(link);
    } catch (IOException gone) {
      // The grader is gone; the main thread finds out when it next speaks.
    }
  }

  /** The candidate goes first: what ends the test thread's wait must not reach the next test. */
  private void expire(TestRun expired, CandidateLink link) {
    if (expired.expire()) {
      dismiss(link);
      expired.interrupt();
    }
  }

  private FromExaminer.Decided decide(TestRun ended, TestExecutionResult result)
      throws IOException {
    long millis = ended.millis();
    boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
    Throwable failure = result.getThrowable().orElse(null);
    Verdict verdict = ended.fate();
    CandidateLink link = host.current();
    if (verdict == null && !passed && link != null && link.lost()) {
      verdict = Verdict.CRASHED;
    }
    if (verdict == null) {
      verdict = passed ? Verdict.PASSED : Verdict.FAILED;
    }
    String message =
        switch (verdict) {
          case PASSED -> "";
          case TIMED_OUT ->
              "not over after "
                  + ended.test().limitMillis()
                  + " ms; last call: "
                  + ended.lastCall();
          case CRASHED ->
              "the student's process ended (" + host.end() + "); last call: " + ended.lastCall();
          default -> String.valueOf(failure == null ? "" : failure.getMessage());
        };
    Thrown behind = CandidateThrew.behind(failure);
    return new FromExaminer.Decided(
        ended.test().key(),
        verdict,
        message.length() <= MAX_MESSAGE_CHARS
            ? message
            : message.substring(0, MAX_MESSAGE_CHARS) + "…",
        behind == null || behind.types().isEmpty() ? null : behind.types().get(0),
        behind == null ? List.of() : behind.frames(),
        millis);
  }

  private TestRun running() {
    if (run == null) {
      throw new IllegalStateException("no test is running");
    }
    return run;
  }
}
