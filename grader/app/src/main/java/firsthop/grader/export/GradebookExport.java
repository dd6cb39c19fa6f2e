package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvFormat;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Marks in a gradebook that Blackboard or Brightspace exported. Both know students and assignments
 * only by what is in that gradebook.
 *
 * @param titles the assignment's title by lab id, if it does not begin with the lab
 * @param overwrite whether to replace what somebody entered in the gradebook
 */
public record GradebookExport(
    PlatformGradebook gradebook, Map<String, String> titles, boolean overwrite) implements Export {

  /** Fills in a gradebook from Blackboard. */
  public static GradebookExport blackboard(
      Sheet sheet, Map<String, String> titles, boolean overwrite) throws BadInputException {
    return new GradebookExport(BlackboardGradebook.of(sheet), titles, overwrite);
  }

  /** Fills in a gradebook from Brightspace. */
  public static GradebookExport brightspace(
      Sheet sheet, Map<String, String> titles, boolean overwrite) throws BadInputException {
    return new GradebookExport(BrightspaceGradebook.of(sheet), titles, overwrite);
  }

  /** Returns whether a row is the header of a gradebook from Blackboard. */
  public static boolean isFromBlackboard(List<String> row) {
    return BlackboardGradebook.isHeader(row);
  }

  /** Returns whether a row is the header of a gradebook from Brightspace. */
  public static boolean isFromBrightspace(List<String> row) {
    return BrightspaceGradebook.isHeader(row);
  }

  @Override
  public ExportResult export(Grades grades) throws BadInputException {
    LabTitle.check(titles, grades);
    List<String> notices = new ArrayList<>();
    CsvFormat format = gradebook.sheet().format();
    // Blackboard gives tables with tabs this ending.
    String file =
        gradebook.platform().toLowerCase(Locale.ROOT)
            + (format.separator() == '\t' ? ".xls" : ".csv");
    Map<String, String> files = new LinkedHashMap<>();
    files.put(file, new FilledGradebook(gradebook, titles, overwrite).fill(grades, notices));
    if (gradebook.sheet().hasRowsAboveHeader()) {
      notices.add(Sheet.WITHOUT_ROWS_ABOVE.formatted(file));
    }
    Remarks.add(grades, gradebook.platform(), files, notices);
    Map<String, Charset> encodings = Map.of(file, format.encoding());
    return new ExportResult(files, notices, encodings);
  }
}
