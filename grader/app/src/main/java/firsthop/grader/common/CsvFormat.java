package firsthop.grader.common;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * How a CSV file is written.
 *
 * @param encoding the encoding of its text
 * @param marked whether it begins with a byte order mark
 * @param separator the character between two cells
 * @param lineEnd the characters at the end of a row
 */
public record CsvFormat(Charset encoding, boolean marked, char separator, String lineEnd) {
  /** The format of files that no other program gave: UTF-8, commas and line feeds. */
  public static final CsvFormat STANDARD = new CsvFormat(StandardCharsets.UTF_8, false, ',', "\n");

  /** Returns the same format in UTF-8. */
  public CsvFormat inUtf8() {
    return new CsvFormat(StandardCharsets.UTF_8, marked, separator, lineEnd);
  }

  /** Returns the same format with another separator. */
  public CsvFormat separatedBy(char other) {
    return new CsvFormat(encoding, marked, other, lineEnd);
  }
}
