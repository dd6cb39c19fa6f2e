package firsthop.grader.examiner;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.network.PacketTrace;
import org.jspecify.annotations.Nullable;

/** One hidden test while it runs: what it called last, and what has befallen it. */
final class TestRun {
  private final ExamPlan.Test test;
  private final Thread thread = Thread.currentThread();
  private final PacketTrace trace = new PacketTrace();
  private long startNanos = System.nanoTime();
  private String lastCall = "";
  private @Nullable Verdict fate;
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

  /** The candidate is there; from now on time counts. */
  synchronized void start() {
    startNanos = System.nanoTime();
  }

  /**
   * A call is about to be made.
   *
   * @throws CandidateLostError when the time is up already
   */
  synchronized void calls(String call) {
    if (fate == Verdict.TIMED_OUT) {
      throw new CandidateLostError("the time is up");
    }
    lastCall = call;
  }

  /** The candidate was lost under a call. */
  synchronized void lost() {
    befalls(Verdict.CRASHED);
  }

  /** A Todo came back. */
  synchronized void open() {
    befalls(Verdict.OPEN);
  }

  /**
   * The time is up.
   *
   * @return false when the test was over before
   */
  synchronized boolean expire() {
    if (over) {
      return false;
    }
    befalls(Verdict.TIMED_OUT);
    return true;
  }

  /** Ends what the test waits for, if it still does. */
  synchronized void interrupt() {
    if (!over) {
      thread.interrupt();
    }
  }

  /** The test is over; from now on it cannot expire. */
  synchronized void end() {
    over = true;
  }

  /** Tells whether the test is over. */
  synchronized boolean isOver() {
    return over;
  }

  /** Returns what befell the test, whatever JUnit says of it; null when nothing did. */
  synchronized @Nullable Verdict fate() {
    return fate;
  }

  synchronized String lastCall() {
    return lastCall.isEmpty() ? "(before any call)" : lastCall;
  }

  synchronized long millis() {
    return (System.nanoTime() - startNanos) / 1_000_000;
  }

  private void befalls(Verdict verdict) {
    if (fate == null) {
      fate = verdict;
    }
  }
}
