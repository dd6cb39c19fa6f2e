package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;

/** A CSV file as a program reads it that knows nothing of who wrote it. */
final class ReadCsv {
  private ReadCsv() {}

  static List<List<String>> of(String table) {
    try (MappingIterator<List<String>> rows =
        new CsvMapper()
            .readerForListOf(String.class)
            .with(CsvReadFeature.WRAP_AS_ARRAY)
            .readValues(table)) {
      return rows.readAll();
    }
  }

  /** Checks that each row has a cell for each column, and no cell starts a formula. */
  static void assertHarmless(String table) {
    List<List<String>> rows = of(table);
    assertThat(rows).allSatisfy(row -> assertThat(row).hasSameSizeAs(rows.get(0)));
    assertThat(rows)
        .flatMap(row -> row)
        .allSatisfy(
            cell ->
                assertThat(cell)
                    .doesNotMatch("(?s)([\\t\\r\\n]|[\\p{Z}\\p{C}]*[=+@\uFF1D]).*")
                    .doesNotMatch("(?s).*;[\\p{Z}\\p{C}]*[=+\\-@\uFF1D].*")
                    .doesNotMatch("[\\p{Z}\\p{C}]*-(?!\\d+(\\.\\d+)?$).+"));
  }
}
