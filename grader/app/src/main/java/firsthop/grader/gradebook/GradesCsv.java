package firsthop.grader.gradebook;

import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.SubmissionMarks;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.csv.CsvWriteFeature;

/**
 * Writes {@code grades.csv}: a row a submission, a column a lab, with marks as they count. What was
 * not graded is an empty cell, which is no mark, and never a 0.
 */
final class GradesCsv {
  /** What a spreadsheet takes for the beginning of a formula, full-width forms among it. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  private static final CsvMapper CSV =
      CsvMapper.builder().enable(CsvWriteFeature.STRICT_CHECK_FOR_QUOTING).build();

  private GradesCsv() {}

  static String write(List<String> labs, List<SubmissionResult> results, MarkRules rules) {
    CsvSchema.Builder columns = CsvSchema.builder().addColumn("submission");
    labs.forEach(columns::addColumn);
    CsvSchema schema =
        columns
            .addColumn("total")
            .addColumn("before late rule")
            .addColumn("overrides")
            .addColumn("status")
            .build()
            .withHeader();
    List<List<String>> rows =
        results.stream().map(result -> row(labs, result, rules.marks(result))).toList();
    return CSV.writer(schema).writeValueAsString(rows);
  }

  private static List<String> row(
      List<String> labs, SubmissionResult result, SubmissionMarks marks) {
    List<String> row = new ArrayList<>();
    row.add(text(result.id()));
    Map<String, BigDecimal> byLab =
        marks.labs().stream().collect(Collectors.toMap(LabMark::lab, LabMark::after));
    for (String lab : labs) {
      row.add(byLab.containsKey(lab) ? byLab.get(lab).toPlainString() : "");
    }
    boolean whole = byLab.keySet().containsAll(labs);
    row.add(whole ? marks.after().toPlainString() : "");
    row.add(whole ? marks.before().toPlainString() : "");
    row.add(
        marks.overrides().stream()
            .map(each -> each.exercise() + ": " + each.points())
            .collect(Collectors.joining(", ")));
    row.add(result.status().words());
    return row;
  }

  /** A student chose the name; it must stay text in every spreadsheet. */
  private static String text(String cell) {
    return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
