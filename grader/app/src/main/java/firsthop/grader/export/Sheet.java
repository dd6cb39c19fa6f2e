package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvFormat;
import firsthop.grader.common.CsvTable;
import firsthop.grader.common.NameKey;
import firsthop.grader.common.SafeCsv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A table from another system, which an export fills in. */
public final class Sheet {
  /** A notice about a file; platforms read the first row as the header. */
  static final String WITHOUT_ROWS_ABOVE =
      "%s has no rows above the header, because it could not be imported with them";

  private static final Pattern DECIMAL_COMMA = Pattern.compile("-?\\d+,\\d+");
  private static final Pattern DECIMAL_POINT = Pattern.compile("-?\\d+\\.\\d+");

  private final Path file;
  private final CsvTable table;
  private final List<List<String>> rows = new ArrayList<>();
  private final boolean decimalCommas;

  private Sheet(Path file, CsvTable table) {
    this.file = file;
    this.table = table;
    table.rows().forEach(row -> rows.add(new ArrayList<>(row.cells())));
    decimalCommas = count(DECIMAL_COMMA) > count(DECIMAL_POINT);
  }

  /** Reads a table whose header is the first row that is not empty. */
  public static Sheet read(Path file) throws BadInputException {
    return read(file, row -> true);
  }

  /**
   * Reads a table.
   *
   * @param isHeader whether a row is the header
   * @throws BadInputException when it cannot be read, or is too large
   */
  public static Sheet read(Path file, Predicate<List<String>> isHeader) throws BadInputException {
    return new Sheet(file, CsvTable.readWithSpaces(file, isHeader));
  }

  private long count(Pattern number) {
    return rows.stream()
        .flatMap(List::stream)
        .filter(cell -> number.matcher(cell.strip()).matches())
        .count();
  }

  Path file() {
    return file;
  }

  CsvFormat format() {
    return table.format();
  }

  /** Returns whether there are rows above the header. */
  boolean hasRowsAboveHeader() {
    return table.above() > 0;
  }

  List<String> header() {
    return table.header();
  }

  /** Returns the rows below the header; callers may change them. */
  List<List<String>> rows() {
    return rows;
  }

  /** Returns a number as it is written in this table, where it may have a decimal comma. */
  String decimal(String withPoint) {
    return decimalCommas ? withPoint.replace('.', ',') : withPoint;
  }

  /** Returns the number that a spreadsheet program shows for one of the {@link #rows()}. */
  int number(int row) {
    return table.rows().get(row).number();
  }

  /** Returns an exception about a cell of one of the {@link #rows()}. */
  BadInputException error(int row, int column, String problem) {
    return table.error(table.rows().get(row), column, problem);
  }

  /** Returns the index of a column by its title; empty if there is none. */
  OptionalInt find(String title) {
    return find(each -> NameKey.nfc(each).equals(title));
  }

  /** Returns the index of the first column whose title is one of these; empty if there is none. */
  OptionalInt find(Predicate<String> title) {
    return IntStream.range(0, header().size())
        .filter(column -> title.test(header().get(column)))
        .findFirst();
  }

  /**
   * Returns the index of a required column.
   *
   * @param kind what the table should be, for the message
   */
  int column(String title, String kind) throws BadInputException {
    return column(each -> NameKey.nfc(each).equals(title), title, kind);
  }

  /**
   * Returns the index of a required column.
   *
   * @param title whether this is the title of the column
   * @param shown the title for the message
   * @param kind what the table should be, for the message
   */
  int column(Predicate<String> title, String shown, String kind) throws BadInputException {
    int[] found =
        IntStream.range(0, header().size())
            .filter(column -> title.test(header().get(column)))
            .toArray();
    if (found.length == 0) {
      throw new BadInputException(
          "%s is not a %s: it has no column %s; its columns are: %s"
              .formatted(file, kind, shown, table.titles()));
    }
    if (found.length > 1) {
      throw new BadInputException(
          "%s: the columns %d and %d are both called %s; remove one of them"
              .formatted(file, found[0] + 1, found[1] + 1, shown));
    }
    return found[0];
  }

  /** Returns some of the columns as CSV, in the format of the table. */
  String write(List<Integer> columns) {
    return write(format(), columns);
  }

  /** Returns some of the columns as CSV, with a byte order mark if the format has one. */
  String write(CsvFormat format, List<Integer> columns) {
    return (format.marked() ? "\uFEFF" : "")
        + SafeCsv.write(
            format,
            columns.stream().map(header()::get).toList(),
            rows.stream().map(row -> columns.stream().map(row::get).toList()).toList());
  }
}
