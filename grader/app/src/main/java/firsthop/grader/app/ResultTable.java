package firsthop.grader.app;

import firsthop.grader.gradebook.LabResult;
import firsthop.grader.gradebook.SubmissionResult;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The table at the end of a run: a row a submission, a column a lab. */
final class ResultTable {
  private static final int MAX_NAME = 40;

  private final List<String> header = new ArrayList<>();

  ResultTable(List<String> labs) {
    header.add("submission");
    header.addAll(labs);
    header.add("total");
    header.add("status");
  }

  void print(List<SubmissionResult> results, PrintWriter out) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(header);
    results.forEach(result -> rows.add(row(result)));
    int[] widths = new int[header.size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        boolean text = i == 0 || i == widths.length - 1;
        line.append(String.format("%" + (text ? "-" : "") + widths[i] + "s  ", row.get(i)));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private static List<String> row(SubmissionResult result) {
    List<String> row = new ArrayList<>();
    row.add(shown(result.id()));
    for (LabResult lab : result.labs()) {
      row.add(lab.notGraded() ? "-" : lab.score() + "/" + lab.max());
    }
    boolean graded = result.status() != SubmissionResult.Status.NOT_GRADED;
    row.add(graded ? result.score() + "/" + result.max() : "-");
    row.add(result.status().words());
    return row;
  }

  /** A student chose the name: no control characters reach the terminal. */
  private static String shown(String id) {
    String plain = id.replaceAll("\\p{Cntrl}", "?");
    return plain.length() <= MAX_NAME ? plain : plain.substring(0, MAX_NAME - 1) + "…";
  }
}
