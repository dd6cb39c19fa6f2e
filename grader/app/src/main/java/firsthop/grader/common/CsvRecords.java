package firsthop.grader.common;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Splits the text of a CSV file into rows and cells (RFC 4180).
 *
 * @param name the name of the file, for messages
 * @param trimmed whether spaces around a cell are left out
 */
record CsvRecords(String name, boolean trimmed) {
  private static final CsvMapper EXACT = CsvMapper.builder().build();
  private static final CsvMapper TRIMMED =
      CsvMapper.builder().enable(CsvReadFeature.TRIM_SPACES).build();

  /**
   * Returns the first rows, each with its cells.
   *
   * @param max how many rows are read at most
   * @throws BadInputException if it is not CSV; the message names the row and the column
   */
  List<List<String>> read(String text, char separator, int max) throws BadInputException {
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator);
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    try (JsonParser parser = (trimmed ? TRIMMED : EXACT).reader().with(schema).createParser(text)) {
      for (JsonToken token = parser.nextToken();
          token != null && rows.size() < max;
          token = parser.nextToken()) {
        switch (token) {
          case START_ARRAY -> row = new ArrayList<>();
          case END_ARRAY -> rows.add(row);
          default -> row.add(trimmed ? parser.getString().strip() : parser.getString());
        }
      }
      return rows;
    } catch (JacksonException broken) {
      throw CsvTable.error(
          name,
          rows.size() + 1,
          List.of(),
          row.size(),
          "it is not valid CSV: " + PlainText.line(broken.getOriginalMessage()));
    }
  }
}
