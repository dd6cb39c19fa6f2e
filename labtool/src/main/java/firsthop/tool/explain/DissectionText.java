package firsthop.tool.explain;

import java.util.stream.Collectors;

/** Writes a dissection as a table for a terminal. */
final class DissectionText {
  private static final String HEADING = "%n%-62s  %s";
  private static final String FIELD = "%5s  %-19s  %-20s  %-34s  %s";

  private DissectionText() {}

  static String of(Dissection dissection) {
    return dissection.rows().stream()
            .map(DissectionText::line)
            .collect(Collectors.joining(System.lineSeparator()))
            .stripLeading()
        + System.lineSeparator();
  }

  private static String line(Dissection.Row row) {
    if (row.octets().equals("!")) {
      return "    !  " + spelledOut(row.name());
    }
    if (row.at() < 0) {
      return HEADING.formatted(row.name(), spelledOut(row.section())).stripTrailing();
    }
    String at = row.octets().isEmpty() ? "" : String.valueOf(row.at());
    return FIELD
        .formatted(at, row.octets(), row.name(), row.value(), spelledOut(row.section()))
        .stripTrailing();
  }

  /** Some consoles cannot show the sign. */
  private static String spelledOut(String section) {
    return section.replace("§", "section ");
  }
}
