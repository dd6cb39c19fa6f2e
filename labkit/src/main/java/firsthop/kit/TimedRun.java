package firsthop.kit;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * Runs a test on its own thread and stops waiting for it when its time is over, or when the
 * student's code calls System.exit.
 *
 * <p>JUnit's {@code @Timeout} would wrap every extension. Then an open exercise that makes a test
 * wait would be reported as a failure, and the message could not say at which line the student's
 * code was.
 */
final class TimedRun {
  private static final boolean DEBUGGED =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .anyMatch(argument -> argument.matches("-agentlib:jdwp.*|-Xrunjdwp.*"));

  private static final Duration POLL = Duration.ofMillis(20);

  private TimedRun() {}

  /**
   * Runs the work and returns its result.
   *
   * @throws Exceeded with the stack of the thread that still runs, when the time is over
   * @throws Exited when the student's code has called System.exit
   */
  static <T extends @Nullable Object> T run(
      Invocation<T> work, ExerciseCase exerciseCase, TimeOuts timeOuts) throws Throwable {
    if (DEBUGGED) {
      return work.proceed();
    }
    Worker<T> worker = new Worker<>(work);
    worker.start();
    long began = System.nanoTime();
    Duration limit = timeOuts.limit(exerciseCase);
    Duration shortLimit = timeOuts.shortLimit(exerciseCase);
    while (!worker.ended(POLL)) {
      Optional<StackTraceElement[]> exit = SystemExit.next();
      if (exit.isPresent()) {
        throw new Exited(exit.get());
      }
      Duration passed = Duration.ofNanos(System.nanoTime() - began);
      if (limit.compareTo(shortLimit) > 0
          && passed.compareTo(shortLimit) >= 0
          && timeOuts.isKnown(exerciseCase, worker.getStackTrace())) {
        limit = shortLimit;
      }
      if (passed.compareTo(limit) >= 0) {
        Exceeded exceeded = new Exceeded(limit, worker);
        timeOuts.add(exerciseCase, exceeded.getStackTrace());
        worker.interrupt();
        throw exceeded;
      }
    }
    return worker.outcome();
  }

  /** Reports that a test did not end in time. */
  static final class Exceeded extends AssertionError {
    private static final long serialVersionUID = 1L;

    private final transient List<StackTraceElement[]> others;
    private final boolean deadlock;

    Exceeded(Duration limit, Thread worker) {
      super(
          "within "
              + BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString()
              + " s");
      this.deadlock = deadlocked().contains(worker.getId());
      this.others = stacksOfOthers(worker);
      setStackTrace(worker.getStackTrace());
    }

    /** Returns the stacks of the other threads; only the deadlocked ones if the test is in one. */
    List<StackTraceElement[]> others() {
      return others;
    }

    /** Returns whether the thread of the test waits for a lock that never becomes free. */
    boolean deadlock() {
      return deadlock;
    }

    private List<StackTraceElement[]> stacksOfOthers(Thread worker) {
      List<Long> deadlocked = deadlocked();
      List<StackTraceElement[]> stacks = new ArrayList<>();
      Thread.getAllStackTraces()
          .forEach(
              (thread, stack) -> {
                if (thread != worker && (!deadlock || deadlocked.contains(thread.getId()))) {
                  stacks.add(stack);
                }
              });
      return stacks;
    }

    private static List<Long> deadlocked() {
      ThreadMXBean threads = ManagementFactory.getThreadMXBean();
      long @Nullable [] ids = threads.findDeadlockedThreads();
      return ids == null ? List.of() : Arrays.stream(ids).boxed().toList();
    }
  }

  /** Reports that the student's code called System.exit. */
  static final class Exited extends AssertionError {
    private static final long serialVersionUID = 1L;

    Exited(StackTraceElement[] where) {
      super("your code called System.exit");
      setStackTrace(where);
    }
  }

  private static final class Worker<T extends @Nullable Object> extends Thread {
    private final Invocation<T> work;
    private @Nullable T result;
    private @Nullable Throwable thrown;

    Worker(Invocation<T> work) {
      super("exercise test");
      this.work = work;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        result = work.proceed();
      } catch (Throwable t) {
        thrown = t;
      }
    }

    boolean ended(Duration wait) throws InterruptedException {
      join(wait.toMillis());
      return !isAlive();
    }

    @SuppressWarnings("NullAway") // null only where T is nullable
    T outcome() throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      return result;
    }
  }
}
