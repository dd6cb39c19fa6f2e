package firsthop.grader.common;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A table from a CSV file of any platform or spreadsheet program. The file may be in UTF-8, UTF-16,
 * the encoding of Korean Windows or Windows-1252, with commas, semicolons or tabs. Other rows, such
 * as a title, may be above the header.
 *
 * @param name the name of the file, for messages
 * @param format how the file is written
 * @param above the number of rows above the header
 * @param header the titles of the columns, without empty ones at the end
 * @param rows the rows below the header
 */
public record CsvTable(
    String name, CsvFormat format, int above, List<String> header, List<Row> rows) {
  /** Much more than a class of ten thousand students needs. */
  private static final int MAX_BYTES = 16 << 20;

  /**
   * A row below the header. It has a cell for each column.
   *
   * @param number the number that a spreadsheet program shows; 1 for the first row of the file
   */
  public record Row(int number, List<String> cells) {
    /** Returns whether all cells are empty. */
    public boolean isEmpty() {
      return cells.stream().allMatch(String::isBlank);
    }
  }

  /**
   * Reads a table. Spaces around a cell are left out.
   *
   * @param isHeader whether a row is the header; if none of the first rows is, the first one that
   *     is not empty counts
   * @throws BadInputException if the file cannot be read, is too large, or is not a table; the
   *     message names the row and the column
   */
  public static CsvTable read(Path file, Predicate<List<String>> isHeader)
      throws BadInputException {
    return new CsvParsing(file.toString(), true, isHeader).parse(bytes(file));
  }

  /** Reads a table as {@link #read} does, with the spaces around its cells. */
  public static CsvTable readWithSpaces(Path file, Predicate<List<String>> isHeader)
      throws BadInputException {
    return new CsvParsing(file.toString(), false, isHeader).parse(bytes(file));
  }

  private static byte[] bytes(Path file) throws BadInputException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new BadInputException(file + " is larger than " + MAX_BYTES + " bytes");
      }
      return bytes;
    } catch (IOException unreadable) {
      throw new BadInputException(file + " cannot be read: " + IoReason.of(unreadable));
    }
  }

  /** Returns the titles of the columns on one line. */
  public String titles() {
    return PlainText.line(String.join(", ", header));
  }

  /** Returns an exception about one cell. */
  public BadInputException error(Row row, int column, String problem) {
    return error(name, row.number(), header, column, problem);
  }

  /** Returns an exception about one cell, whose column has a title or only a number. */
  static BadInputException error(
      String name, int row, List<String> header, int column, String problem) {
    String title =
        column < header.size() && !header.get(column).isBlank()
            ? header.get(column).strip()
            : String.valueOf(column + 1);
    return new BadInputException(
        "%s, row %d, column %s: %s".formatted(name, row, PlainText.line(title), problem));
  }
}
