package firsthop.grader.common;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Writes tables as CSV (RFC 4180, but with line feeds) so that no cell is a formula, even if a
 * student chose its text. Numbers stay numbers.
 *
 * <p>In many countries, spreadsheets separate cells at semicolons or tabs instead of commas. So a
 * formula cannot start after a semicolon or a tab either.
 */
public final class SafeCsv {
  /** Characters that start a formula, also in full-width and small forms. */
  private static final String FORMULA =
      "=+\\-@\uFF1D\uFF0B\uFF0D\uFF20\uFE66\uFE62\uFE63\uFE6B\u2212";

  private static final Pattern NUMBER = Pattern.compile("-|-?\\d{1,15}([.,]\\d{1,15})?");
  private static final Pattern START = start(";\\t");

  /** If commas do not separate the cells of a file, a spreadsheet may separate them there. */
  private static final Pattern START_OR_COMMA = start(";,\\t");

  private static final Pattern FORMULA_LETTER = Pattern.compile("[" + FORMULA + "]");

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

  private SafeCsv() {}

  /** Returns a table as CSV, in the standard format. */
  public static String write(List<String> header, List<List<String>> rows) {
    return write(CsvFormat.STANDARD, header, rows);
  }

  /** Returns a table as CSV, without a byte order mark. */
  public static String write(CsvFormat format, List<String> header, List<List<String>> rows) {
    Pattern start = format.separator() == ',' ? START : START_OR_COMMA;
    CsvSchema schema =
        CsvSchema.emptySchema()
            .withColumnSeparator(format.separator())
            .withLineSeparator(format.lineEnd());
    return CSV.writer(schema)
        .writeValueAsString(
            Stream.concat(Stream.of(header), rows.stream())
                .map(row -> row.stream().map(text -> cell(text, start)).toList())
                .toList());
  }

  /** Returns a cell that every spreadsheet reads as text or as a number. */
  static String cell(String text) {
    return cell(text, START);
  }

  private static String cell(String text, Pattern start) {
    if (NUMBER.matcher(text).matches()) {
      return text;
    }
    String quoted = start.matcher(text).replaceAll("$1'$2");
    return !text.isEmpty() && "\t\r\n".indexOf(text.charAt(0)) >= 0 ? "'" + quoted : quoted;
  }

  private static Pattern start(String separators) {
    return Pattern.compile(
        "(^|[%s\\r\\n])([\\p{Z}\\p{C}&&[^\\t\\r\\n]]*+)(?=[%s])".formatted(separators, FORMULA));
  }

  /** Returns whether a formula can begin with this code point. */
  public static boolean startsFormula(int codePoint) {
    return FORMULA_LETTER.matcher(Character.toString(codePoint)).matches();
  }
}
