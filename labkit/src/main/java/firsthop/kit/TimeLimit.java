package firsthop.kit;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.InvocationInterceptor.Invocation;

/**
 * Runs a test on a thread of its own and gives up waiting after a while.
 *
 * <p>JUnit's own {@code @Timeout} works as well, but it wraps every extension: an open exercise
 * that makes a test wait would come out as a failure, and nobody could say where the student's code
 * was.
 */
final class TimeLimit {
  private static final boolean DEBUGGED =
      ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
          .anyMatch(argument -> argument.matches("-agentlib:jdwp.*|-Xrunjdwp.*"));

  /** How much less time there is once a test of the exercise has run out of it. */
  private static final int LESS_PATIENCE = 4;

  private static final Set<Class<?>> EXCEEDED = ConcurrentHashMap.newKeySet();

  private TimeLimit() {}

  /**
   * Runs the work, or throws {@link Exceeded} with the stack of the thread that is still at it.
   *
   * <p>An endless loop is met by most tests of an exercise: after the first, the others get a
   * quarter of the time, so that the student need not wait for each.
   */
  static <T extends @Nullable Object> T run(
      Invocation<T> work, Class<?> contract, Duration fullLimit) throws Throwable {
    if (DEBUGGED) {
      return work.proceed();
    }
    Worker<T> worker = new Worker<>(work);
    worker.start();
    Duration limit = EXCEEDED.contains(contract) ? fullLimit.dividedBy(LESS_PATIENCE) : fullLimit;
    worker.join(limit.toMillis());
    if (worker.isAlive()) {
      EXCEEDED.add(contract);
      Exceeded exceeded = new Exceeded(limit, worker.getStackTrace());
      worker.interrupt();
      throw exceeded;
    }
    return worker.outcome();
  }

  /** Says that a test did not end in time. */
  static final class Exceeded extends AssertionError {
    private static final long serialVersionUID = 1L;

    Exceeded(Duration limit, StackTraceElement[] where) {
      super(
          "not finished after "
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
