package firsthop.grader.marks;

import static firsthop.grader.marks.SampleMarks.DUE;
import static firsthop.grader.marks.SampleMarks.lab;
import static firsthop.grader.marks.SampleMarks.submission;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.submission.SubmissionOrigin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkRulesTest {
  private static final LateRule TEN_A_DAY =
      new LateRule(BigDecimal.TEN, Duration.ZERO, BigDecimal.valueOf(100));

  @Test
  void without_rules_points_are_marks() {
    SubmissionMarks marks =
        MarkRules.NONE.marks(submission(SubmissionOrigin.UNKNOWN, lab("lab01", Verdict.PASSED)));
    assertThat(marks.labs())
        .containsExactly(
            new LabMark(
                "lab01", 15, 15, BigDecimal.valueOf(15), 15, Optional.empty(), 0, BigDecimal.ZERO));
    assertThat(marks.before()).isEqualTo("15");
    assertThat(marks.after()).isEqualTo("15");
    assertThat(marks.max()).isEqualTo("15");
  }

  @Test
  void late_work_counts_less_and_both_marks_stand() {
    SubmissionMarks marks =
        rules(Map.of(), Overrides.NONE)
            .marks(submission(at(DUE.plus(Duration.ofHours(25))), lab("lab01", Verdict.PASSED)));
    LabMark mark = marks.labs().get(0);
    assertThat(mark.before()).isEqualTo(15);
    assertThat(mark.after()).isEqualTo("12");
    assertThat(mark.daysLate()).isEqualTo(2);
    assertThat(mark.percentOff()).isEqualByComparingTo("20");
    assertThat(marks.before()).isEqualTo("15");
    assertThat(marks.after()).isEqualTo("12");
  }

  @Test
  void half_points_are_rounded_to_hundredths() {
    LateRule third = new LateRule(new BigDecimal("33.33"), Duration.ZERO, BigDecimal.TEN.pow(2));
    MarkRules rules = new MarkRules(due(Map.of()), third, Map.of(), Overrides.NONE);
    assertThat(
            rules.marks(submission(at(DUE.plusSeconds(1)), lab("lab01", Verdict.PASSED))).after())
        .isEqualTo("10");
  }

  @Test
  void an_extension_moves_the_due_date_of_whom_it_names_and_never_back() {
    Instant later = DUE.plus(Duration.ofDays(3));
    Instant earlier = DUE.minus(Duration.ofDays(3));
    assertThat(after(Map.of("kim", Map.of("lab01", later)))).isEqualTo("15");
    assertThat(after(Map.of("kim", Map.of(DueDates.ANY_LAB, later)))).isEqualTo("15");
    assertThat(after(Map.of("kim", Map.of("lab02", later)))).as("another lab").isEqualTo("13.5");
    assertThat(after(Map.of("kim", Map.of("lab01", earlier)))).as("back").isEqualTo("13.5");
    for (String another : List.of("lee", "Kim, Min", "4711")) {
      assertThat(after(Map.of(another, Map.of("lab01", later)))).as(another).isEqualTo("13.5");
    }
  }

  @Test
  void late_without_a_time_costs_nothing_and_is_said() {
    SubmissionOrigin late =
        new SubmissionOrigin("Canvas", "Kim, Min", "4711", Optional.empty(), true);
    SubmissionMarks marks =
        rules(Map.of(), Overrides.NONE).marks(submission(late, lab("lab01", Verdict.PASSED)));
    assertThat(marks.after()).isEqualTo("15");
    assertThat(marks.notices())
        .containsExactly(
            "lab01: Canvas says that it was late, but not by how much; nothing was taken off");
  }

  @Test
  void where_nobody_knows_when_it_came_nothing_is_taken_off_and_that_is_said_once() {
    MarkRules rules =
        new MarkRules(
            new DueDates(Map.of(DueDates.ANY_LAB, DUE), Map.of()),
            TEN_A_DAY,
            Map.of(),
            Overrides.NONE);
    SubmissionMarks marks =
        rules.marks(
            submission(
                SubmissionOrigin.UNKNOWN,
                lab("lab01", Verdict.PASSED),
                lab("lab02", Verdict.PASSED)));
    assertThat(marks.undated()).isTrue();
    assertThat(marks.notices())
        .containsExactly(
            "lab01, lab02: the time of submission is not known; nothing was taken off");
    assertThat(
            MarkRules.NONE.marks(
                submission(SubmissionOrigin.UNKNOWN, lab("lab01", Verdict.PASSED))))
        .satisfies(none -> assertThat(none.undated()).isFalse())
        .satisfies(none -> assertThat(none.notices()).isEmpty());
  }

  @Test
  void an_instructors_word_counts_in_place_of_the_tests_and_late_all_the_same() {
    PointsOverride word = SampleMarks.override("kim", "1.1", 5);
    SubmissionMarks marks =
        rules(Map.of(), Overrides.NONE.with(word))
            .marks(submission(at(DUE.plusSeconds(1)), lab("lab01", Verdict.FAILED)));
    LabMark mark = marks.labs().get(0);
    assertThat(mark.earned()).isZero();
    assertThat(mark.before()).isEqualTo(5);
    assertThat(mark.overridden()).isTrue();
    assertThat(mark.after()).isEqualTo("4.5");
    assertThat(marks.overrides()).containsExactly(word);
  }

  @Test
  void what_was_not_graded_has_no_mark_unless_an_instructor_gives_one() {
    var notGraded = submission(SubmissionOrigin.UNKNOWN, lab("lab01", Verdict.NOT_GRADED));
    assertThat(MarkRules.NONE.marks(notGraded).labs()).isEmpty();
    Overrides word = Overrides.NONE.with(SampleMarks.override("kim", "1.1", 7));
    assertThat(rules(Map.of(), word).marks(notGraded).labs())
        .singleElement()
        .satisfies(mark -> assertThat(mark.before()).isEqualTo(7));
  }

  @Test
  void weights_count_in_totals_only() {
    MarkRules rules =
        new MarkRules(
            DueDates.NONE, LateRule.NONE, Map.of("lab01", new BigDecimal("0.5")), Overrides.NONE);
    SubmissionMarks marks =
        rules.marks(
            submission(
                SubmissionOrigin.UNKNOWN,
                lab("lab01", Verdict.PASSED),
                lab("lab02", Verdict.PASSED)));
    assertThat(marks.labs().get(0).after()).isEqualTo("15");
    assertThat(marks.after()).isEqualTo("22.5");
    assertThat(marks.max()).isEqualTo("22.5");
  }

  private static BigDecimal after(Map<String, Map<String, Instant>> extensions) {
    return rules(extensions, Overrides.NONE)
        .marks(submission(at(DUE.plusSeconds(1)), lab("lab01", Verdict.PASSED)))
        .after();
  }

  private static MarkRules rules(
      Map<String, Map<String, Instant>> extensions, Overrides overrides) {
    return new MarkRules(due(extensions), TEN_A_DAY, Map.of(), overrides);
  }

  private static DueDates due(Map<String, Map<String, Instant>> extensions) {
    return new DueDates(Map.of("lab01", DUE), extensions);
  }

  private static SubmissionOrigin at(Instant time) {
    return new SubmissionOrigin("Canvas", "Kim, Min", "4711", Optional.of(time), false);
  }
}
