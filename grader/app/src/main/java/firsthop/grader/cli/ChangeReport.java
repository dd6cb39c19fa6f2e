package firsthop.grader.cli;

import firsthop.grader.marks.PointsOverride;
import firsthop.grader.regrade.MarkChange;
import firsthop.grader.regrade.TestChange;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Shows whose marks a regrade changes, by how much and because of which tests. */
final class ChangeReport {
  private final List<MarkChange> all;
  private final List<MarkChange> changes;

  /** Creates a report on a class; it may include submissions without a change. */
  ChangeReport(List<MarkChange> all) {
    this.all = all;
    this.changes =
        all.stream().filter(change -> change.changesMark() || own(change).count() > 0).toList();
  }

  /**
   * Prints it.
   *
   * @param submissions the number of submissions in the class
   */
  void print(int submissions, PrintWriter out) {
    Set<String> exam = new TreeSet<>();
    all.stream()
        .flatMap(change -> change.tests().stream())
        .forEach(test -> test.ofExam().ifPresent(exam::add));
    if (!exam.isEmpty()) {
      out.println("These changes of the exam concern every submission:");
      exam.forEach(test -> out.println("  " + TerminalText.plain(test)));
    }
    changes.forEach(change -> print(change, out));
    if (changes.size() > 1) {
      out.println("These tests caused the changes:");
      byTest().forEach((test, times) -> out.printf("%5d x %s%n", times, TerminalText.plain(test)));
    }
    out.println(summary(submissions));
  }

  private static void print(MarkChange change, PrintWriter out) {
    String name = TerminalText.plain(change.id());
    if (change.changesMark()) {
      out.printf("%s: %s -> %s%s%n", name, change.before(), change.after(), sign(change));
    } else {
      out.printf("%s: %s, as before%n", name, change.after());
    }
    own(change).forEach(test -> out.println("  " + TerminalText.plain(test.toString())));
    for (PointsOverride word : change.overrides()) {
      out.printf(
          "  %s still counts %d points, because of an override%n", word.exercise(), word.points());
    }
  }

  private static Stream<TestChange> own(MarkChange change) {
    return change.tests().stream().filter(TestChange::isOwn);
  }

  private static String sign(MarkChange change) {
    int sign = change.difference().signum();
    return sign == 0
        ? ""
        : " (" + (sign > 0 ? "+" : "") + change.difference().toPlainString() + ")";
  }

  private Map<String, Integer> byTest() {
    Map<String, Integer> times = new LinkedHashMap<>();
    changes.stream()
        .flatMap(ChangeReport::own)
        .map(TestChange::toString)
        .sorted()
        .forEach(test -> times.merge(test, 1, Integer::sum));
    return times;
  }

  private String summary(int submissions) {
    List<MarkChange> marks = changes.stream().filter(MarkChange::changesMark).toList();
    if (marks.isEmpty()) {
      return "No mark of " + submissions + " changes.";
    }
    long up = marks.stream().map(MarkChange::difference).filter(ChangeReport::isMore).count();
    long down =
        marks.stream()
            .map(MarkChange::difference)
            .map(BigDecimal::negate)
            .filter(ChangeReport::isMore)
            .count();
    return String.format(
        "%d of %d marks %s: %d up, %d down.",
        marks.size(), submissions, marks.size() == 1 ? "changes" : "change", up, down);
  }

  private static boolean isMore(BigDecimal points) {
    return points.signum() > 0;
  }
}
