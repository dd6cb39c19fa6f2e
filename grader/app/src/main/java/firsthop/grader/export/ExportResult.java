package firsthop.grader.export;

import firsthop.grader.common.CsvFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The files of an export.
 *
 * @param files the text of each file by its path, with {@code /} between folders; the most
 *     important file is first
 * @param notices notices for the instructor, one line each
 * @param encodings the encodings of files that are not in UTF-8, by path
 */
public record ExportResult(
    Map<String, String> files, List<String> notices, Map<String, Charset> encodings) {

  /** Creates a result whose files are all in UTF-8. */
  public ExportResult(Map<String, String> files, List<String> notices) {
    this(files, notices, Map.of());
  }

  /** Returns the result of a table that was filled in; it is in the encoding of the table. */
  static ExportResult like(Sheet sheet, String file, String table, List<String> notices) {
    CsvFormat format = sheet.format();
    List<String> all = new ArrayList<>(notices);
    if (sheet.hasRowsAboveHeader()) {
      all.add(Sheet.WITHOUT_ROWS_ABOVE.formatted(file));
    }
    if (format.encoding().equals(StandardCharsets.UTF_8)) {
      return new ExportResult(Map.of(file, table), all);
    }
    if (!format.encoding().newEncoder().canEncode(table)) {
      all.add(
          "%s is in UTF-8, because %s has not all of its letters; choose UTF-8 in the import"
              .formatted(file, format.encoding().name()));
      return new ExportResult(Map.of(file, table), all);
    }
    all.add(
        "%s is in %s, like %s; choose this encoding in the import"
            .formatted(file, format.encoding().name(), sheet.file()));
    return new ExportResult(Map.of(file, table), all, Map.of(file, format.encoding()));
  }
}
