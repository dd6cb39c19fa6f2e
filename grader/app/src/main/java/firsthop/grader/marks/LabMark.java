package firsthop.grader.marks;

import java.math.BigDecimal;

/**
 * What one lab counts.
 *
 * @param lab its id
 * @param earned the points that the tests gave
 * @param before the points before the late rule: overrides are in it
 * @param after the points after it
 * @param max the points that could be earned
 * @param daysLate days begun since it was due; 0 for in time, or where nobody knows
 * @param percentOff what the late rule took off, in percent
 */
public record LabMark(
    String lab,
    int earned,
    int before,
    BigDecimal after,
    int max,
    int daysLate,
    BigDecimal percentOff) {

  /** Tell whether an instructor's word changed the points. */
  public boolean overridden() {
    return earned != before;
  }
}
