package firsthop.grader.marks;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * The mark of one lab.
 *
 * @param lab the lab's id
 * @param earned the points from the tests
 * @param before the points before the late rule, with overrides
 * @param after the points after the late rule
 * @param max the maximum points
 * @param due the due date; empty if there is none
 * @param daysLate the days begun since the due date; 0 if in time, or if the time is not known
 * @param percentOff the percentage that the late rule took off
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

  /** Returns whether an override changed the points. */
  public boolean overridden() {
    return earned != before;
  }
}
