package firsthop.grader.gradebook;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Writes {@code grades.csv}: a row a submission, a column a lab. What was not graded is an empty
 * cell, which is no mark, and never a 0.
 */
final class GradesCsv {
  /** What a spreadsheet takes for the beginning of a formula, full-width forms among it. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

  private GradesCsv() {}

  static String write(List<String> labs, List<SubmissionResult> results) {
    CsvSchema.Builder columns = CsvSchema.builder().addColumn("submission");
    labs.forEach(columns::addColumn);
    CsvSchema schema = columns.addColumn("total").addColumn("status").build().withHeader();
    List<List<String>> rows = results.stream().map(GradesCsv::row).toList();
    return CSV.writer(schema).writeValueAsString(rows);
  }

  private static List<String> row(SubmissionResult result) {
    List<String> row = new ArrayList<>();
    row.add(text(result.id()));
    for (LabResult lab : result.labs()) {
      row.add(lab.notGraded() ? "" : String.valueOf(lab.score()));
    }
    row.add(result.notGraded() ? "" : String.valueOf(result.score()));
    row.add(result.status().words());
    return row;
  }

  /** A student chose the name; it must stay text in every spreadsheet. */
  private static String text(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
