package firsthop.grader.app;

import static firsthop.grader.app.SampleResults.lab;
import static firsthop.grader.app.SampleResults.submission;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.SubmissionResult;
import firsthop.grader.gradebook.SubmissionResult.Status;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResultTableTest {

  @Test
  void a_row_a_submission_and_a_column_a_lab() {
    assertThat(
            print(
                submission("kim", Status.GRADED, lab("lab01", Verdict.PASSED)),
                submission("김철수", Status.GRADED, lab("lab01", Verdict.FAILED)),
                submission("lee", Status.NOTHING_HANDED_IN, lab("lab01", Verdict.MISSING))))
        .isEqualTo(
            """
            submission  lab01  total  status
            kim         12/12  12/12  graded
            김철수       0/12   0/12  graded
            lee          0/12   0/12  nothing handed in
            """);
  }

  @Test
  void what_was_not_graded_has_no_number_and_says_why_below() {
    assertThat(
            print(
                submission("kim", Status.GRADED, lab("lab01", Verdict.PASSED, "left behind: x")),
                submission(
                    "lee",
                    Status.NOT_GRADED,
                    lab("lab01", Verdict.NOT_GRADED, "not graded: no\nengine")),
                submission(
                    "park", Status.BROKE_THE_BENCH, lab("lab01", Verdict.CRASHED, "broke it"))))
        .isEqualTo(
            """
            submission  lab01  total  status
            kim         12/12  12/12  graded
            lee             -      -  not graded
            park         0/12   0/12  broke the bench
            lee: lab01: not graded: no engine
            park: lab01: broke it
            """);
  }

  @Test
  void a_long_name_is_cut_and_a_hostile_one_does_not_steer_the_terminal() {
    String table =
        print(
            submission("x".repeat(300), Status.GRADED, lab("lab01", Verdict.PASSED)),
            submission("a\u001B[2J\nlab01 100/100", Status.GRADED, lab("lab01", Verdict.PASSED)));
    assertThat(table.lines())
        .containsExactly(
            "submission                                lab01  total  status",
            "x".repeat(39) + "…  12/12  12/12  graded",
            "a?[2J lab01 100/100                       12/12  12/12  graded");
  }

  private static String print(SubmissionResult... results) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new ResultTable(List.of("lab01"), List.of(results)).print(out);
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
