package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.SafeCsv;
import firsthop.grader.common.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/** A table from another system, which an export fills in. */
public final class Sheet {
  /** Much more than a gradebook of ten thousand students needs. */
  private static final int MAX_BYTES = 16 << 20;

  private static final char[] OTHER_SEPARATORS = {';', '\t'};
  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

  private final Path file;
  private final List<String> header;
  private final List<List<String>> rows;

  private Sheet(Path file, List<String> header, List<List<String>> rows) {
    this.file = file;
    this.header = header;
    this.rows = rows;
  }

  /**
   * Reads a CSV file in UTF-8, UTF-16 or the encoding of Korean Windows. The separator is the
   * comma, the semicolon or the tab, whichever is the most frequent in the first line. Empty
   * columns at the end are left out.
   *
   * @throws BadInputException when it cannot be read, or is too large
   */
  public static Sheet read(Path file) throws BadInputException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new BadInputException(file + " is larger than " + MAX_BYTES + " bytes");
      }
      return parse(file, SourceText.of(bytes).text());
    } catch (IOException unreadable) {
      throw new BadInputException(file + " cannot be read: " + IoReason.of(unreadable));
    } catch (JacksonException broken) {
      throw new BadInputException(file + " is not a CSV file: " + broken.getOriginalMessage());
    }
  }

  private static Sheet parse(Path file, String text) throws BadInputException {
    String first = text.lines().findFirst().orElse("");
    char separator = ',';
    for (char other : OTHER_SEPARATORS) {
      separator = count(first, other) > count(first, separator) ? other : separator;
    }
    try (MappingIterator<List<String>> read =
        CSV.readerForListOf(String.class)
            .with(CsvSchema.emptySchema().withColumnSeparator(separator))
            .readValues(text)) {
      List<List<String>> all = read.readAll();
      if (all.isEmpty()) {
        throw new BadInputException(file + " is empty");
      }
      List<String> header = new ArrayList<>(all.get(0));
      while (!header.isEmpty() && header.get(header.size() - 1).isBlank()) {
        header.remove(header.size() - 1);
      }
      List<List<String>> rows = new ArrayList<>();
      for (List<String> row : all.subList(1, all.size())) {
        List<String> filled = new ArrayList<>(row);
        while (filled.size() < header.size()) {
          filled.add("");
        }
        rows.add(filled);
      }
      return new Sheet(file, header, rows);
    }
  }

  private static long count(String line, char letter) {
    return line.chars().filter(each -> each == letter).count();
  }

  Path file() {
    return file;
  }

  List<String> header() {
    return header;
  }

  /** Returns the rows below the header; callers may change them. */
  List<List<String>> rows() {
    return rows;
  }

  /** Returns the index of a column by its title; empty if there is none. */
  OptionalInt find(String title) {
    int column = header.indexOf(title);
    return column < 0 ? OptionalInt.empty() : OptionalInt.of(column);
  }

  /**
   * Returns the index of a required column.
   *
   * @param kind what the table should be, for the message
   */
  int column(String title, String kind) throws BadInputException {
    return find(title)
        .orElseThrow(
            () ->
                new BadInputException(
                    "%s is not a %s: it has no column %s; its columns are: %s"
                        .formatted(file, kind, title, String.join(", ", header))));
  }

  /** Returns some of the columns as CSV. */
  String write(List<Integer> columns) {
    return SafeCsv.write(
        columns.stream().map(header::get).toList(),
        rows.stream().map(row -> columns.stream().map(row::get).toList()).toList());
  }
}
