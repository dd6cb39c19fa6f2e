package firsthop.grader.cli;

import static firsthop.grader.regrade.GradedSamples.submission;
import static firsthop.grader.regrade.GradedSamples.test;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.regrade.MarkChange;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChangeReportTest {

  @Test
  void what_has_changed_for_all_is_said_once() {
    assertThat(
            print(
                MarkChange.between(
                    submission("kim", test("a", 4, Verdict.PASSED)),
                    submission("kim", test("a", 6, Verdict.PASSED), test("b", 2, Verdict.FAILED)),
                    MarkRules.NONE),
                MarkChange.between(
                    submission("a\u001B[2J", test("a", 4, Verdict.PASSED)),
                    submission(
                        "a\u001B[2J", test("a", 6, Verdict.CRASHED), test("b", 2, Verdict.PASSED)),
                    MarkRules.NONE),
                MarkChange.between(
                    submission("lee", test("a", 4, Verdict.OPEN)),
                    submission("lee", test("a", 6, Verdict.OPEN), test("b", 2, Verdict.OPEN)),
                    MarkRules.NONE)))
        .containsExactly(
            "These changes of the exam concern every submission:",
            "  1.1 a: worth 6 instead of 4",
            "  1.1 b: new, worth 2",
            "kim: 4/4 -> 6/8 (+2)",
            "  1.1 a: passed, worth 6 instead of 4 (+2)",
            "a?[2J: 4/4 -> 2/8 (-2)",
            "  1.1 a: passed -> crashed, worth 6 instead of 4 (-4)",
            "  1.1 b: new, passed (+2)",
            "These tests caused the changes:",
            "    1 x 1.1 a: passed -> crashed, worth 6 instead of 4 (-4)",
            "    1 x 1.1 a: passed, worth 6 instead of 4 (+2)",
            "    1 x 1.1 b: new, passed (+2)",
            "2 of 3 marks change: 1 up, 1 down.");
  }

  @Test
  void where_nothing_changes_a_line_is_enough() {
    MarkChange none =
        MarkChange.between(
            submission("kim", test("a", 4, Verdict.PASSED)),
            submission("kim", test("a", 4, Verdict.PASSED)),
            MarkRules.NONE);
    assertThat(print(none, none, none)).containsExactly("No mark of 3 changes.");
  }

  private static List<String> print(MarkChange... changes) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new ChangeReport(List.of(changes)).print(changes.length, out);
    out.flush();
    return text.toString().lines().toList();
  }
}
