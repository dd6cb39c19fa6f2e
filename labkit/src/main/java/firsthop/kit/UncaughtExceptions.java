package firsthop.kit;

import java.lang.Thread.UncaughtExceptionHandler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the last exceptions that ended threads.
 *
 * <p>When an exception ends a server's thread, the test only sees that no answer comes. With this
 * class the failure message can say why.
 */
final class UncaughtExceptions {
  private static final int REMEMBERED = 16;
  private static final Recent<Throwable> SEEN = new Recent<>(REMEMBERED);

  static {
    @Nullable UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> handle(before, thread, thrown));
  }

  private UncaughtExceptions() {}

  static long mark() {
    return SEEN.mark();
  }

  static List<Throwable> since(long mark) {
    return SEEN.since(mark);
  }

  private static void handle(
      @Nullable UncaughtExceptionHandler before, Thread thread, Throwable thrown) {
    SEEN.add(thrown);
    if (thrown instanceof Todo) {
      return; // the test itself reports it
    }
    if (before != null) {
      before.uncaughtException(thread, thrown);
    } else if (!StudentOutput.isOfRunningTest()) { // a running test reports it
      System.err.println(
          FailureReport.plain("an exception ended the thread " + thread.getName(), thrown));
    }
  }
}
