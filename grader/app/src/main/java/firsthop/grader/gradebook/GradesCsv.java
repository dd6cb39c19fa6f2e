package firsthop.grader.gradebook;

import java.util.List;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/** Writes {@code grades.csv}: a row a submission, a column a lab. */
final class GradesCsv {
  /** What a spreadsheet would take for the beginning of a formula. */
  private static final String FORMULA = "=+-@\t\r";

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
    java.util.ArrayList<String> row = new java.util.ArrayList<>();
    row.add(text(result.id()));
    boolean graded = result.status() != SubmissionResult.Status.NOT_GRADED;
    for (LabResult lab : result.labs()) {
      row.add(lab.notGraded() ? "" : String.valueOf(lab.score()));
    }
    row.add(graded ? String.valueOf(result.score()) : "");
    row.add(result.status().words());
    return row;
  }

  /** A student chose the name; it must stay text in every spreadsheet. */
  private static String text(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
