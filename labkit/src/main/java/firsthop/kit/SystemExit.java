package firsthop.kit;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Holds up the end of the JVM while tests run, if the student's code called {@code System.exit}.
 *
 * <p>The call starts the shutdown hooks and blocks its thread. The hook of this class waits until
 * the tests have ended, so that every other test still runs and the board is printed. Afterwards it
 * ends the JVM with the exit code 0, because the program that runs the tests reports the failures.
 */
final class SystemExit {
  private static final long POLL_MILLIS = 10;
  private static final long END_MILLIS = 10_000;
  private static final Set<Thread> REPORTED = new HashSet<>();
  private static volatile boolean shuttingDown;

  private final Thread launcher = Thread.currentThread();
  private final Predicate<StackTraceElement[]> students;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final Thread hook = new Thread(this::hold, "holds up System.exit");

  private SystemExit(Predicate<StackTraceElement[]> students) {
    this.students = students;
  }

  /**
   * Begins to watch. The tests run on this thread.
   *
   * @param students tells whether a stack has a frame of the student's code
   */
  static SystemExit watch(Predicate<StackTraceElement[]> students) {
    SystemExit watch = new SystemExit(students);
    Runtime.getRuntime().addShutdownHook(watch.hook);
    return watch;
  }

  /** Ends the watch: the tests have ended. */
  void end() {
    ended.countDown();
    if (!shuttingDown) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyShuttingDown) {
        // then the hook has seen that the tests have ended
      }
    }
  }

  /** Returns the stack of a thread that called System.exit and has not been returned before. */
  static Optional<StackTraceElement[]> next() {
    if (!shuttingDown) {
      return Optional.empty();
    }
    synchronized (REPORTED) {
      return Thread.getAllStackTraces().entrySet().stream()
          .filter(thread -> isInExit(thread.getValue()))
          .filter(thread -> REPORTED.add(thread.getKey()))
          .map(Map.Entry::getValue)
          .findFirst();
    }
  }

  private void hold() {
    boolean calledByStudent =
        Thread.getAllStackTraces().values().stream()
            .anyMatch(stack -> isInExit(stack) && students.test(stack));
    if (!calledByStudent || ended.getCount() == 0) {
      return;
    }
    shuttingDown = true;
    try {
      ended.await();
      for (long waited = 0; waited < END_MILLIS && !launcherEnds(); waited += POLL_MILLIS) {
        Thread.sleep(POLL_MILLIS);
      }
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(0);
  }

  private boolean launcherEnds() {
    return !launcher.isAlive() || isInExit(launcher.getStackTrace());
  }

  private static boolean isInExit(StackTraceElement[] stack) {
    return Stream.of(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }
}
