package firsthop.kit;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * Runs a test on its own thread and stops waiting for it when its time is over.
 *
 * <p>JUnit's {@code @Timeout} would wrap every extension. Then an open exercise that makes a test
 * wait would be reported as a failure, and the message could not say at which line the student's
 * code was.
 */
final class TimedRun {
  private static final boolean DEBUGGED =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .anyMatch(argument -> argument.matches("-agentlib:jdwp.*|-Xrunjdwp.*"));

  /** The divisor of the limit after a first time-out in the exercise. */
  private static final int LATER_DIVISOR = 4;

  private static final Set<Class<?>> EXCEEDED = ConcurrentHashMap.newKeySet();

  private TimedRun() {}

  /**
   * Runs the work and returns its result.
   *
   * <p>Most tests of an exercise meet the same endless loop. After the first time-out the other
   * tests get a quarter of the time, so that the student waits less.
   *
   * @throws Exceeded with the stack of the thread that still runs, when the time is over
   */
  static <T extends @Nullable Object> T run(
      Invocation<T> work, Class<?> contract, Duration fullLimit) throws Throwable {
    if (DEBUGGED) {
      return work.proceed();
    }
    Worker<T> worker = new Worker<>(work);
    worker.start();
    Duration limit = EXCEEDED.contains(contract) ? fullLimit.dividedBy(LATER_DIVISOR) : fullLimit;
    worker.join(limit.toMillis());
    if (worker.isAlive()) {
      EXCEEDED.add(contract);
      Exceeded exceeded = new Exceeded(limit, worker.getStackTrace());
      worker.interrupt();
      throw exceeded;
    }
    return worker.outcome();
  }

  /** Reports that a test did not end in time. */
  static final class Exceeded extends AssertionError {
    private static final long serialVersionUID = 1L;

    Exceeded(Duration limit, StackTraceElement[] where) {
      super(
          "not finished within "
              + BigDecimal.valueOf(limit.toMillis(), 3).stripTrailingZeros().toPlainString()
              + " s");
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

    @SuppressWarnings("NullAway") // null only where T is nullable
    T outcome() throws Throwable {
      if (thrown != null) {
        throw thrown;
      }
      return result;
    }
  }
}
