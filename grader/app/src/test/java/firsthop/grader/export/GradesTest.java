package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import firsthop.grader.common.BadInputException;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.SampleSpecs;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GradesTest {
  private static final StoredRun RUN =
      ExportSamples.run(
          FeedbackLevel.HINTS,
          ExportSamples.student(
              "kim",
              ExportSamples.arrival("", "", "", ExportSamples.DUE),
              ExportSamples.half(),
              ExportSamples.passed()),
          ExportSamples.student(
              "choi",
              ExportSamples.arrival("", "", "", ExportSamples.DUE),
              ExportSamples.half(),
              ExportSamples.lost()));

  @Test
  void a_total_is_weighted_and_the_mark_of_one_lab_is_not() throws Exception {
    StoredRun weighted = with(Map.of("lab02", new BigDecimal("2.5")), Overrides.NONE);
    ExportedSubmission total = Grades.of(weighted, Optional.empty()).all().get(0);
    assertThat(total.total()).contains(new BigDecimal("14"));
    assertThat(total.max()).isEqualTo(new BigDecimal("18"));
    ExportedSubmission lab02 = Grades.of(weighted, Optional.of("lab02")).all().get(0);
    assertThat(lab02.total()).contains(new BigDecimal("4"));
    assertThat(lab02.max()).isEqualTo(new BigDecimal("4"));
  }

  @Test
  void what_was_not_graded_has_no_mark_until_an_instructor_gives_it() throws Exception {
    Grades lost = Grades.of(RUN, Optional.empty());
    assertThat(lost.unmarked()).extracting(ExportedSubmission::id).containsExactly("choi");
    assertThat(Grades.of(RUN, Optional.of("lab01")).unmarked()).isEmpty();
    Overrides word =
        Overrides.NONE.with(new PointsOverride("choi", "2.1", 4, "seen", ExportSamples.DUE));
    Grades given = Grades.of(with(Map.of(), word), Optional.empty());
    assertThat(given.unmarked()).isEmpty();
    assertThat(given.all().get(1).total()).contains(new BigDecimal("8"));
    assertThat(given.all().get(1).max()).isEqualTo(lost.all().get(1).max());
  }

  @Test
  void a_lab_that_an_earlier_run_graded_can_be_asked_for() throws Exception {
    StoredRun later = new StoredRun(SampleSpecs.in(RUN.spec(), "lab02"), RUN.results());
    assertThat(Grades.of(later, Optional.empty()).labs()).containsExactly("lab02");
    assertThat(Grades.of(later, Optional.of("lab01")).all().get(0).total())
        .contains(new BigDecimal("4"));
    assertThatThrownBy(() -> Grades.of(later, Optional.of("lab03")))
        .isInstanceOf(BadInputException.class)
        .hasMessage("there are no results of lab03; there are results of lab01, lab02");
  }

  @Test
  void a_lab_that_was_graded_says_so_though_another_was_not() throws Exception {
    ExportedSubmission choi = Grades.of(RUN, Optional.of("lab01")).all().get(1);
    assertThat(choi.result().status()).isEqualTo(SubmissionStatus.GRADED);
    ExportedSubmission whole = Grades.of(RUN, Optional.empty()).all().get(1);
    assertThat(whole.result().status()).isEqualTo(SubmissionStatus.NOT_GRADED);
  }

  @Test
  void an_account_is_a_number_that_the_platform_gave() {
    assertThat(account("Canvas", "4711")).contains("4711");
    assertThat(account("Moodle", "4711")).isEmpty();
    assertThat(account("Canvas", "a4711")).isEmpty();
    assertThat(account("Canvas", "../1")).isEmpty();
    assertThat(account("Canvas", "")).isEmpty();
  }

  private static Optional<String> account(String from, String account) {
    ExportedSubmission graded =
        new ExportedSubmission(
            ExportSamples.student(
                "kim",
                ExportSamples.arrival(from, "", account, ExportSamples.DUE),
                ExportSamples.half()),
            RUN.results().get(0),
            MarkRules.NONE.marks(RUN.results().get(0).result()),
            List.of("lab01"),
            BigDecimal.TEN,
            false);
    return graded.account("Canvas");
  }

  private static StoredRun with(Map<String, BigDecimal> weights, Overrides overrides) {
    MarkRules rules = new MarkRules(DueDates.NONE, LateRule.NONE, weights, overrides);
    return new StoredRun(RUN.spec().with(RUN.spec().marking().with(rules)), RUN.results());
  }
}
