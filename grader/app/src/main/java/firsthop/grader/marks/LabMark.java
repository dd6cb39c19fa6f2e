package firsthop.grader.marks;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What one lab counts.
 *
 * @param lab its id
 * @param earned the points that the tests gave
 * @param before the points before the late rule: overrides are in it
 * @param after the points after it
 * @param max the points that could be earned
 * @param due when it was; empty where nothing was due
 * @param daysLate days begun since it was due; 0 for in time, or where nobody knows
 * @param percentOff what the late rule took off, in percent
 */
public record LabMark(
    String lab,
    int earned,
    int before,
    BigDecimal after,
    int max,
    Optional<DueDates.Due> due,
    int daysLate,
    BigDecimal percentOff) {

  /** Tells whether an instructor's word changed the points. */
  public boolean overridden() {
    return earned != before;
  }

  /** Returns in a sentence what being late cost; empty when it was in time. */
  public Optional<String> lateness() {
    if (daysLate == 0) {
      return Optional.empty();
    }
    return Optional.of(
        "Late: %s by %d %s, %s %% off: %s of %d points count."
            .formatted(
                lab,
                daysLate,
                daysLate == 1 ? "day" : "days",
                percentOff.toPlainString(),
                after.toPlainString(),
                before));
  }
}
