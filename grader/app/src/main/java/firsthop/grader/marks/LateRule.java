package firsthop.grader.marks;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;

/**
 * The deduction for late work.
 *
 * @param percentPerDay the percentage of the points that is taken off for each day begun, 0 to 100
 * @param grace the time after the due date that does not count as late; work that is later counts
 *     from the due date
 * @param mostPercent the largest deduction in percent, 0 to 100
 */
public record LateRule(BigDecimal percentPerDay, Duration grace, BigDecimal mostPercent) {
  /** No deduction for late work. */
  public static final LateRule NONE =
      new LateRule(BigDecimal.ZERO, Duration.ZERO, BigDecimal.valueOf(100));

  private static final Duration DAY = Duration.ofDays(1);

  public LateRule {
    requirePercent("percentPerDay", percentPerDay);
    requirePercent("mostPercent", mostPercent);
    if (grace.isNegative()) {
      throw new IllegalArgumentException("grace " + grace + ": expected 0 or more");
    }
  }

  /**
   * Returns how many days late the work was. A part of a day counts as a day; 0 if it is not late.
   */
  public int daysLate(Instant handedIn, Instant due) {
    Duration late = Duration.between(due, handedIn);
    if (late.compareTo(grace) <= 0 || late.isNegative() || late.isZero()) {
      return 0;
    }
    return Math.toIntExact(late.minusNanos(1).dividedBy(DAY) + 1);
  }

  /** Returns the percentage that is taken off for a number of days. */
  public BigDecimal percentOff(int daysLate) {
    return percentPerDay.multiply(BigDecimal.valueOf(daysLate)).min(mostPercent);
  }

  private static void requirePercent(String name, BigDecimal percent) {
    if (percent.signum() < 0 || percent.compareTo(BigDecimal.valueOf(100)) > 0) {
      throw new IllegalArgumentException(name + " " + percent + ": expected 0 to 100");
    }
  }
}
