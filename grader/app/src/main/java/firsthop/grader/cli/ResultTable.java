package firsthop.grader.cli;

import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * The table at the end of a run: one row per submission, one column per lab, with marks as they
 * count.
 */
final class ResultTable {
  private static final int MAX_NAME_COLUMNS = 40;

  /** Marks a number that an override has changed. */
  private static final String OVERRIDDEN = "*";

  private static final String BETWEEN = "  ";

  private final List<List<String>> rows = new ArrayList<>();
  private final List<SubmissionResult> results;
  private final List<String> weights;
  private final List<SubmissionResult> undated = new ArrayList<>();
  private boolean overridden;

  ResultTable(List<String> labs, List<SubmissionResult> results, MarkRules rules) {
    this.results = results;
    this.weights = rules.weightsOf(labs);
    List<String> header = new ArrayList<>(List.of("submission"));
    header.addAll(labs);
    header.addAll(List.of("total", "status"));
    rows.add(header);
    results.forEach(result -> rows.add(row(result, rules.marks(result))));
  }

  /** Prints the table, and below it why a submission was not graded or lost tests. */
  void print(PrintWriter out) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], TerminalText.columns(row.get(i)));
      }
    }
    rows.forEach(row -> out.println(line(row, widths)));
    if (overridden) {
      out.println(OVERRIDDEN + " contains an instructor's override");
    }
    if (!weights.isEmpty()) {
      out.println("In totals " + String.join(", ", weights));
    }
    printUndated(out);
    for (SubmissionResult result : results) {
      if (result.status() == SubmissionStatus.NOT_READABLE) {
        result
            .notices()
            .forEach(notice -> out.println(name(result) + ": " + TerminalText.plain(notice)));
      }
      if (result.notGraded() || result.status() == SubmissionStatus.BROKE_THE_BENCH) {
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

  private void printUndated(PrintWriter out) {
    Map<Boolean, List<SubmissionResult>> byLate =
        undated.stream().collect(Collectors.partitioningBy(each -> each.arrival().late()));
    int unknown = byLate.get(false).size();
    if (unknown > 0) {
      out.printf(
          "Due dates: the time of %d %s is not known, so nothing was taken off%n",
          unknown, unknown == 1 ? "submission" : "submissions");
    }
    byLate.get(true).stream()
        .collect(Collectors.groupingBy(each -> each.arrival().from(), TreeMap::new, names()))
        .forEach(
            (from, names) ->
                out.println(
                    "Due dates: "
                        + from
                        + " marks these as late without a time: "
                        + names
                        + "; nothing was taken off"));
  }

  private static Collector<SubmissionResult, ?, String> names() {
    return Collectors.mapping(ResultTable::name, Collectors.joining(", "));
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

  private List<String> row(SubmissionResult result, SubmissionMarks marks) {
    List<String> row = new ArrayList<>(List.of(name(result)));
    Map<String, LabMark> byLab =
        marks.labs().stream().collect(Collectors.toMap(LabMark::lab, Function.identity()));
    for (LabResult lab : result.labs()) {
      LabMark mark = byLab.get(lab.id());
      row.add(
          mark == null
              ? "-"
              : cell(mark.after(), BigDecimal.valueOf(mark.max()), hasWord(lab, marks)));
    }
    row.add(
        marks.isComplete(result)
            ? cell(
                marks.after(),
                marks.max(),
                result.labs().stream().anyMatch(lab -> hasWord(lab, marks)))
            : "-");
    row.add(result.status().label());
    if (marks.undated()) {
      undated.add(result);
    }
    return row;
  }

  private String cell(BigDecimal points, BigDecimal max, boolean hasWord) {
    overridden |= hasWord;
    return points.toPlainString() + "/" + max.toPlainString() + (hasWord ? OVERRIDDEN : "");
  }

  private static boolean hasWord(LabResult lab, SubmissionMarks marks) {
    Set<String> exercises =
        lab.exercises().stream().map(each -> each.exercise().id()).collect(Collectors.toSet());
    return marks.overrides().stream().anyMatch(each -> exercises.contains(each.exercise()));
  }

  private static String name(SubmissionResult result) {
    return TerminalText.cut(TerminalText.plain(result.id()), MAX_NAME_COLUMNS);
  }
}
