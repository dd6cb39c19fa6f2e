package firsthop.grader.export;

import firsthop.grader.common.NameList;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Writes into cells of another system's table. A cell in which somebody entered something else
 * keeps it, unless the instructor wants it to be overwritten.
 */
final class EnteredCells {
  /** What Moodle shows where there is no grade. */
  private static final String NO_GRADE = "-";

  private final boolean overwrite;
  private final Set<String> ungraded;
  private final List<String> kept = new ArrayList<>();

  EnteredCells(boolean overwrite) {
    this(overwrite, Set.of());
  }

  /**
   * Creates a writer.
   *
   * @param ungraded other texts that the system shows where there is no grade
   */
  EnteredCells(boolean overwrite, Set<String> ungraded) {
    this.overwrite = overwrite;
    this.ungraded = ungraded;
  }

  /**
   * Writes a value, if the cell is empty, equal, or may be overwritten.
   *
   * @param whose what the cell is, for the list of those that are kept
   * @return whether the cell has the value now
   */
  boolean write(List<String> row, int column, String value, String whose) {
    String entered = row.get(column).strip();
    boolean empty = entered.isEmpty() || entered.equals(NO_GRADE) || ungraded.contains(entered);
    if (overwrite || empty || equal(entered, value)) {
      row.set(column, value);
      return true;
    }
    kept.add(whose);
    return false;
  }

  /** Adds a notice that lists the cells that were kept; nothing if there are none. */
  void addNotice(Path file, List<String> notices) {
    if (!kept.isEmpty()) {
      notices.add(
          "somebody entered something else in %s, which is kept (--overwrite replaces it): %s"
              .formatted(file, NameList.of(kept)));
    }
  }

  /** Returns whether two cells are equal as texts or as numbers, which may have decimal commas. */
  static boolean equal(String entered, String value) {
    try {
      return entered.equals(value) || decimal(entered).compareTo(decimal(value)) == 0;
    } catch (NumberFormatException text) {
      return false;
    }
  }

  private static BigDecimal decimal(String number) {
    return new BigDecimal(number.strip().replace(',', '.'));
  }
}
