package firsthop.grader.examiner;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.exam.AddressPlan;
import firsthop.grader.exam.Seed;
import firsthop.grader.exam.TestContext;
import firsthop.grader.exam.TestContexts;
import firsthop.grader.network.BenchFaultError;
import firsthop.grader.network.PacketTrace;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Runs a group of tests: provides each with subjects and a time limit, and decides its verdict. */
abstract class Round implements TestContexts, TestExecutionListener {
  private final Exams exams;
  private final ExaminationContext context;
  private final Map<String, TestRun> runs = new ConcurrentHashMap<>();
  private final Map<TestRun, ScheduledFuture<?>> expiries = new ConcurrentHashMap<>();
  private final Map<Class<?>, ContractExceptions> exceptions = new ConcurrentHashMap<>();
  private volatile @Nullable IOException fault;

  Round(Exams exams, ExaminationContext context) {
    this.exams = exams;
    this.context = context;
  }

  /** Returns whether tests of this exercise are no longer run. */
  abstract boolean isStopped(String exercise);

  /** Returns the link to the candidate of the next test. */
  abstract CandidateLink link() throws IOException;

  /** Ends a test whose time is over. */
  abstract void expired(TestRun run, CandidateLink link);

  /** Handles the result of a test that has ended. */
  abstract void finished(TestRun run, TestExecutionResult result) throws IOException;

  /** Completes the round when every test has ended. */
  abstract void end() throws IOException;

  /** Returns the fault that ends the examination; null if there is none. */
  final @Nullable IOException fault() {
    return fault;
  }

  /** Runs a task later, on the watchdog's thread. */
  final void schedule(Runnable task, int millis) {
    context.watchdog().schedule(task, millis, TimeUnit.MILLISECONDS);
  }

  final void send(FromExaminer message) throws IOException {
    context.grader().send(message);
  }

  @Override
  public final void executionStarted(TestIdentifier identifier) {
    ExamPlan.Test test = exams.find(identifier);
    if (test != null) {
      runs.put(identifier.getUniqueId(), new TestRun(test));
    }
  }

  @Override
  public final TestContext begin(String test) throws IOException {
    IOException broken = fault;
    if (broken != null) {
      throw broken;
    }
    TestRun run = runs.get(test);
    if (run == null) {
      throw new IllegalStateException("this test is not running: " + test);
    }
    if (isStopped(run.test().key().exercise())) {
      run.markNotRun();
      throw new CandidateLostError("other tests of this exercise have timed out");
    }
    CandidateLink link;
    try {
      link = link();
    } catch (IOException failed) {
      fault = failed;
      throw failed;
    }
    run.start();
    expiries.put(
        run,
        context
            .watchdog()
            .schedule(
                () -> {
                  if (run.expire()) {
                    expired(run, link);
                  }
                },
                run.test().limitMillis(),
                TimeUnit.MILLISECONDS));
    return new RemoteTestContext(run, link, context.addresses());
  }

  @Override
  public final void executionFinished(TestIdentifier identifier, TestExecutionResult result) {
    TestRun run = runs.remove(identifier.getUniqueId());
    if (run == null) {
      return;
    }
    run.end();
    Thread.interrupted();
    ScheduledFuture<?> expiry = expiries.remove(run);
    if (expiry != null) {
      expiry.cancel(false);
    }
    BenchFaultError ofBench = benchFault(result);
    if (ofBench != null && fault == null) {
      fault = new IOException(ofBench.getMessage(), ofBench);
    }
    try {
      if (fault == null) {
        finished(run, result);
      }
    } catch (IOException broken) {
      fault = broken;
    }
  }

  /** Returns what the bench failed to do in a test; null if nothing. */
  private static @Nullable BenchFaultError benchFault(TestExecutionResult result) {
    for (Throwable each = result.getThrowable().orElse(null);
        each != null;
        each = each.getCause()) {
      if (each instanceof BenchFaultError fault) {
        return fault;
      }
    }
    return null;
  }

  /** The context of one test: its subjects are in the candidate. */
  private final class RemoteTestContext implements TestContext {
    private final TestRun run;
    private final CandidateLink link;
    private final AddressPlan addresses;

    RemoteTestContext(TestRun run, CandidateLink link, AddressPlan addresses) {
      this.run = run;
      this.link = link;
      this.addresses = addresses;
    }

    @Override
    public Object create(Class<?> contract, boolean ownsArrays) {
      ContractExceptions known = exceptions.computeIfAbsent(contract, ContractExceptions::new);
      return RemoteSubject.create(contract, known, link, run, ownsArrays);
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
    public Seed seed() {
      return context.seed().forTest(run.test().key().toString());
    }

    @Override
    public PacketTrace trace() {
      return run.trace();
    }
  }
}
