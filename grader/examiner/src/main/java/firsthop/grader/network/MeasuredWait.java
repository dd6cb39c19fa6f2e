package firsthop.grader.network;

import java.util.concurrent.TimeUnit;

/**
 * Measures waits that must not be too short. A busy machine makes every wait longer, so it can hide
 * a wait that is too short. Therefore the same wait is measured again until it was on time often
 * enough. A wait that is much too short can look right only if the machine happens to be late by
 * exactly the time that is missing.
 */
public final class MeasuredWait {
  /** The possible difference, over a few waits, between clocks that count whole milliseconds. */
  private static final int CLOCK_MILLIS = 8;

  /** A wait is on time if it is longer than its time by less than one part in so many. */
  private static final int PART = 4;

  /** No further measurement starts after so many milliseconds, even if no wait was on time. */
  private static final int BUDGET_MILLIS = 2_500;

  private MeasuredWait() {}

  /** A wait that can be measured any number of times. */
  public interface Wait {
    /**
     * Waits once.
     *
     * @return the duration in milliseconds; {@link Long#MAX_VALUE} if the machine was too slow for
     *     a result
     */
    long millis() throws Exception;
  }

  /**
   * Fails if a wait ends before its time. A wait that is late does not fail.
   *
   * @param what the name of the wait in failures
   * @param dueMillis the time of the wait, in milliseconds
   * @param times how often the wait must be on time before the measurements end
   */
  public static void assertNeverShort(String what, int dueMillis, int times, Wait wait)
      throws Exception {
    assertNeverShort(what, dueMillis, times, wait, BUDGET_MILLIS);
  }

  static void assertNeverShort(String what, int dueMillis, int times, Wait wait, int budgetMillis)
      throws Exception {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(budgetMillis);
    int onTime = 0;
    do {
      long millis = wait.millis();
      if (millis < dueMillis - CLOCK_MILLIS) {
        throw new AssertionError(
            "%s should take at least %d ms, but took %d ms".formatted(what, dueMillis, millis));
      }
      if (millis < dueMillis + dueMillis / PART) {
        onTime++;
      }
    } while (onTime < times && System.nanoTime() < end);
  }
}
