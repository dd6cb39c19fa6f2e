package firsthop.grader.cli;

import static firsthop.grader.cli.SampleResults.lab;
import static firsthop.grader.cli.SampleResults.submission;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.HandedIn;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ResultTableTest {

  @Test
  void a_row_a_submission_and_a_column_a_lab() {
    assertThat(
            print(
                submission("kim", lab("lab01", Verdict.PASSED)),
                submission("김철수", lab("lab01", Verdict.FAILED)),
                submission("lee", lab("lab01", Verdict.MISSING))))
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
                submission("kim", lab("lab01", Verdict.PASSED, "left behind: x")),
                submission("lee", lab("lab01", Verdict.NOT_GRADED, "not graded: no\nengine")),
                submission("park", lab("lab01", Verdict.CRASHED, "broke it"))))
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
  void what_could_not_be_read_has_no_number_but_an_instructors() {
    Overrides word =
        Overrides.NONE.with(new PointsOverride("lee", "1.1", 5, "seen", Instant.EPOCH));
    assertThat(
            print(
                MarkRules.NONE.with(word),
                submission("kim", lab("lab01", HandedIn.UNREADABLE, Verdict.NOT_GRADED)),
                submission("lee", lab("lab01", HandedIn.UNREADABLE, Verdict.NOT_GRADED))))
        .startsWith(
            """
            submission  lab01  total  status
            kim             -      -  not readable
            lee         5/12*  5/12*  not readable
            * contains an instructor's override
            """);
  }

  @Test
  void a_long_name_is_cut_and_a_hostile_one_does_not_steer_the_terminal() {
    String table =
        print(
            submission("x".repeat(300), lab("lab01", Verdict.PASSED)),
            submission("a\u001B[2J\nlab01 100/100", lab("lab01", Verdict.PASSED)));
    assertThat(table.lines())
        .containsExactly(
            "submission                                lab01  total  status",
            "x".repeat(39) + "…  12/12  12/12  graded",
            "a?[2J lab01 100/100                       12/12  12/12  graded");
  }

  @Test
  void a_number_that_an_instructors_word_counts_in_is_marked() {
    Overrides words =
        Overrides.NONE
            .with(new PointsOverride("kim", "1.1", 7, "seen", Instant.EPOCH))
            .with(new PointsOverride("lee", "1.1", 5, "seen", Instant.EPOCH));
    assertThat(
            print(
                MarkRules.NONE.with(words),
                submission("kim", lab("lab01", Verdict.FAILED)),
                submission("lee", lab("lab01", Verdict.NOT_GRADED)),
                submission("choi", lab("lab01", Verdict.PASSED))))
        .isEqualTo(
            """
            submission  lab01  total  status
            kim         7/12*  7/12*  graded
            lee         5/12*  5/12*  not graded
            choi        12/12  12/12  graded
            * contains an instructor's override
            """);
  }

  @Test
  void marks_are_shown_as_they_count() {
    MarkRules half =
        new MarkRules(
            DueDates.NONE, LateRule.NONE, Map.of("lab01", new BigDecimal("0.5")), Overrides.NONE);
    assertThat(print(half, submission("kim", lab("lab01", Verdict.PASSED))))
        .contains("kim         12/12    6/6  graded")
        .endsWith("In totals lab01 counts 0.5\n");
  }

  @Test
  void where_nobody_knows_when_work_came_a_line_for_the_class_says_so() {
    MarkRules rules =
        new MarkRules(
            new DueDates(Map.of(DueDates.ANY_LAB, Instant.EPOCH), Map.of()),
            LateRule.NONE,
            Map.of(),
            Overrides.NONE);
    SubmissionResult some = submission("kim", lab("lab01", Verdict.PASSED));
    assertThat(
            print(
                rules,
                some,
                submission("lee", lab("lab01", Verdict.PASSED)),
                submission("choi", lab("lab01", Verdict.MISSING)),
                came(some, "park", new SubmissionOrigin("Canvas", "", "", Optional.empty(), true)),
                came(some, "yoon", new SubmissionOrigin("Canvas", "", "", Optional.empty(), true)),
                came(
                    some,
                    "han",
                    new SubmissionOrigin("", "", "", Optional.of(Instant.EPOCH), false))))
        .endsWith(
            """
            Due dates: the time of 2 submissions is not known, so nothing was taken off
            Due dates: Canvas marks these as late without a time: park, yoon; nothing was taken off
            """);
  }

  private static SubmissionResult came(SubmissionResult some, String id, SubmissionOrigin arrival) {
    return new SubmissionResult(
        id, some.digest(), some.labs(), some.notices(), some.started(), some.millis(), arrival);
  }

  private static String print(SubmissionResult... results) {
    return print(MarkRules.NONE, results);
  }

  private static String print(MarkRules rules, SubmissionResult... results) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new ResultTable(List.of("lab01"), List.of(results), rules).print(out);
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
