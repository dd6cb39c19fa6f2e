package firsthop.grader.examiner;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.network.PacketTrace;
import org.jspecify.annotations.Nullable;

/** The state of a running hidden test: its last call, and a verdict that is already certain. */
final class TestRun {
  private final ExamPlan.Test test;
  private final Thread thread = Thread.currentThread();
  private final PacketTrace trace = new PacketTrace();
  private long startNanos = System.nanoTime();
  private String lastCall = "";
  private @Nullable Verdict forcedVerdict;
  private boolean over;

  TestRun(ExamPlan.Test test) {
    this.test = test;
  }

  ExamPlan.Test test() {
    return test;
  }

  PacketTrace trace() {
    return trace;
  }

  /** Starts the clock; the candidate is ready. */
  synchronized void start() {
    startNanos = System.nanoTime();
  }

  /**
   * Notes a call that is about to begin.
   *
   * @throws CandidateLostError when the time is already over
   */
  synchronized void beginCall(String call) {
    if (forcedVerdict == Verdict.TIMED_OUT) {
      throw new CandidateLostError("the time is over");
    }
    lastCall = call;
  }

  /** Notes that the candidate was lost during a call. */
  synchronized void markCrashed() {
    force(Verdict.CRASHED);
  }

  /** Notes that the test does not run, because too many others of its exercise timed out. */
  synchronized void markNotRun() {
    force(Verdict.NOT_RUN);
  }

  /** Notes that a call threw a Todo. */
  synchronized void markOpen() {
    force(Verdict.OPEN);
  }

  /**
   * Notes that the time is over.
   *
   * @return false if the test had ended before
   */
  synchronized boolean expire() {
    if (over) {
      return false;
    }
    force(Verdict.TIMED_OUT);
    return true;
  }

  /** Interrupts the test's thread, unless the test has ended. */
  synchronized void interrupt() {
    if (!over) {
      thread.interrupt();
    }
  }

  /** Notes that the test has ended, so that it can no longer expire. */
  synchronized void end() {
    over = true;
  }

  /** Returns whether the test has ended. */
  synchronized boolean isOver() {
    return over;
  }

  /** Returns the verdict that takes precedence over JUnit's result; null if there is none. */
  synchronized @Nullable Verdict forcedVerdict() {
    return forcedVerdict;
  }

  synchronized String lastCall() {
    return lastCall.isEmpty() ? "none" : lastCall;
  }

  synchronized long millis() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }

  private void force(Verdict verdict) {
    if (forcedVerdict == null) {
      forcedVerdict = verdict;
    }
  }
}
