package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.marks.DueDates;
import firsthop.grader.settings.Times;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code --due lab01=2026-10-01T23:59} and {@code --due 2026-10-01T23:59}. */
final class DueOption {
  private DueOption() {}

  /**
   * Returns the due dates of the command line by lab id. A date for every lab replaces the dates
   * before it.
   *
   * @param labs the ids of all labs
   * @param times the time zone and formats of the course
   */
  static Map<String, Instant> read(List<String> options, Collection<String> labs, Times times)
      throws BadInputException {
    Map<String, Instant> due = new HashMap<>();
    for (String option : options) {
      int equals = option.indexOf('=');
      String lab = equals < 0 ? DueDates.ANY_LAB : option.substring(0, equals);
      if (equals >= 0 && !labs.contains(lab)) {
        throw new BadInputException(
            "--due " + option + ": there is no " + lab + "; there are " + String.join(", ", labs));
      }
      try {
        Instant at = times.parse(option.substring(equals + 1));
        if (equals < 0) {
          due.clear();
        }
        due.put(lab, at);
      } catch (IllegalArgumentException none) {
        throw new BadInputException("--due " + option + ": " + none.getMessage());
      }
    }
    return due;
  }

  /** Returns the due dates of the settings, replaced by those of the command line. */
  static Map<String, Instant> over(Map<String, Instant> settings, Map<String, Instant> given) {
    Map<String, Instant> due =
        new HashMap<>(given.containsKey(DueDates.ANY_LAB) ? Map.of() : settings);
    due.putAll(given);
    return due;
  }
}
