package firsthop.grader.gradebook;

import firsthop.grader.common.SafeCsv;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.SubmissionResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes {@code grades.csv}: one row per submission, with the person if a platform or roster names
 * one, and one column per lab with the final mark. The cell of a lab that was not graded is empty,
 * never 0.
 */
final class GradesCsv {
  private GradesCsv() {}

  static String write(List<String> labs, List<SubmissionResult> results, MarkRules rules) {
    List<String> header = new ArrayList<>(List.of("submission", "person"));
    header.addAll(labs);
    header.addAll(List.of("total", "max", "before late rule", "overrides", "status"));
    List<List<String>> rows =
        results.stream().map(result -> row(labs, result, rules.marks(result))).toList();
    return SafeCsv.write(header, rows);
  }

  private static List<String> row(
      List<String> labs, SubmissionResult result, SubmissionMarks marks) {
    List<String> row = new ArrayList<>();
    row.add(result.id());
    row.add(result.arrival().person());
    Map<String, BigDecimal> byLab =
        marks.labs().stream().collect(Collectors.toMap(LabMark::lab, LabMark::after));
    for (String lab : labs) {
      row.add(byLab.containsKey(lab) ? byLab.get(lab).toPlainString() : "");
    }
    boolean whole = byLab.keySet().containsAll(labs);
    row.add(whole ? marks.after().toPlainString() : "");
    row.add(whole ? marks.max().toPlainString() : "");
    row.add(whole ? marks.before().toPlainString() : "");
    row.add(
        marks.overrides().stream()
            .map(each -> each.exercise() + ": " + each.points())
            .collect(Collectors.joining(", ")));
    row.add(result.status().label());
    return row;
  }
}
