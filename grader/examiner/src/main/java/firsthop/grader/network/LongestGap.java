package firsthop.grader.network;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Measures the longest time in which a test did nothing, although it should do something every few
 * milliseconds. Such a test sends packets that must not restart a time-out. If the test paused for
 * as long as the time-out, the time-out could pass in the pause, and the result says nothing. All
 * methods may be called from any thread.
 */
public final class LongestGap {
  private final LongSupplier clock;
  private long lastNanos;
  private long longestNanos;

  /** Starts to measure now. */
  public LongestGap() {
    this(System::nanoTime);
  }

  /**
   * Starts to measure now, by a given clock.
   *
   * @param clock counts nanoseconds
   */
  LongestGap(LongSupplier clock) {
    this.clock = clock;
    this.lastNanos = clock.getAsLong();
  }

  /** Starts again: the time before this call does not count. */
  public synchronized void begin() {
    lastNanos = clock.getAsLong();
    longestNanos = 0;
  }

  /** Notes that the test does something now, which ends the current gap. */
  public synchronized void end() {
    long now = clock.getAsLong();
    longestNanos = Math.max(longestNanos, now - lastNanos);
    lastNanos = now;
  }

  /** Tells whether all gaps were shorter than this time. The gap that ends now counts, too. */
  public synchronized boolean isBelow(int millis) {
    end();
    return longestNanos < TimeUnit.MILLISECONDS.toNanos(millis);
  }
}
