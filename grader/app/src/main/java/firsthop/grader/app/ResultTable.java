package firsthop.grader.app;

import firsthop.grader.gradebook.LabResult;
import firsthop.grader.gradebook.SubmissionResult;
import firsthop.grader.gradebook.SubmissionResult.Status;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The table at the end of a run: a row a submission, a column a lab. */
final class ResultTable {
  private static final int MAX_NAME_COLUMNS = 40;
  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<SubmissionResult> results;

  ResultTable(List<String> labs, List<SubmissionResult> results) {
    this.results = results;
    List<String> header = new ArrayList<>(List.of("submission"));
    header.addAll(labs);
    header.addAll(List.of("total", "status"));
    rows.add(header);
    results.forEach(result -> rows.add(row(result)));
  }

  /** Print it, and below it why a submission was not graded or lost tests. */
  void print(PrintWriter out) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TerminalText.columns(row.get(i)));
      }
    }
    rows.forEach(row -> out.println(line(row, widths)));
    for (SubmissionResult result : results) {
      if (result.notGraded() || result.status() == Status.BROKE_THE_BENCH) {
        for (LabResult lab : result.labs()) {
          lab.notices()
              .forEach(
                  notice ->
                      out.println(
                          name(result) + ": " + lab.id() + ": " + TerminalText.plain(notice)));
        }
      }
    }
  }

  private static String line(List<String> row, int[] widths) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String cell = row.get(i);
      String space = " ".repeat(widths[i] - TerminalText.columns(cell));
      boolean number = i > 0 && i < widths.length - 1;
      line.append(number ? space + cell : cell + space).append(BETWEEN);
    }
    return line.toString().stripTrailing();
  }

  private static List<String> row(SubmissionResult result) {
    List<String> row = new ArrayList<>(List.of(name(result)));
    for (LabResult lab : result.labs()) {
      row.add(lab.notGraded() ? "-" : lab.score() + "/" + lab.max());
    }
    row.add(result.notGraded() ? "-" : result.score() + "/" + result.max());
    row.add(result.status().words());
    return row;
  }

  private static String name(SubmissionResult result) {
    return TerminalText.cut(TerminalText.plain(result.id()), MAX_NAME_COLUMNS);
  }
}
