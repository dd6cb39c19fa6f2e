package firsthop.grader.cli;

import static firsthop.grader.cli.SampleResults.lab;
import static firsthop.grader.cli.SampleResults.submission;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final MarkRules HALF =
      new MarkRules(
          DueDates.NONE, LateRule.NONE, Map.of("lab01", new BigDecimal("0.5")), Overrides.NONE);

  @Test
  void without_a_terminal_there_is_a_line_a_submission_with_its_mark_as_it_counts() {
    StringWriter err = new StringWriter();
    try (Progress progress = new Progress.Lines(3, 0, HALF, new PrintWriter(err))) {
      progress.done(submission("kim", lab("lab01", Verdict.PASSED)));
      progress.done(submission("a\n\u001B[2Jb", lab("lab01", Verdict.FAILED)));
      progress.done(submission("lee", lab("lab01", Verdict.NOT_GRADED)));
    }
    assertThat(err.toString().lines())
        .containsExactly(
            "1/3 kim: 6 of 6, graded", "2/3 a ?[2Jb: 0 of 6, graded", "3/3 lee: not graded");
  }

  @Test
  void a_bar_counts_what_earned_nothing_and_what_was_not_graded() {
    Progress.Tally tally = new Progress.Tally(HALF);
    tally.add(submission("kim", lab("lab01", Verdict.PASSED)));
    tally.add(submission("lee", lab("lab01", Verdict.FAILED)));
    assertThat(tally.add(submission("choi", lab("lab01", Verdict.NOT_GRADED))))
        .isEqualTo("1 failed, 1 not graded;");
  }

  @Test
  void a_test_has_no_terminal() {
    try (Progress progress = Progress.of(1, 0, HALF, new PrintWriter(new StringWriter()))) {
      assertThat(progress).isInstanceOf(Progress.Lines.class);
    }
  }
}
