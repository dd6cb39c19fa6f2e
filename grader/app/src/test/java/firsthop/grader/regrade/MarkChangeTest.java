package firsthop.grader.regrade;

import static firsthop.grader.regrade.GradedSamples.submission;
import static firsthop.grader.regrade.GradedSamples.test;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.SubmissionResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MarkChangeTest {
  private static final SubmissionResult BEFORE =
      submission(
          "kim",
          test("stays", 4, Verdict.PASSED),
          test("mended", 4, Verdict.FAILED),
          test("weightier", 4, Verdict.PASSED),
          test("dropped", 2, Verdict.PASSED));
  private static final SubmissionResult AFTER =
      submission(
          "kim",
          test("stays", 4, Verdict.PASSED),
          test("mended", 4, Verdict.PASSED),
          test("weightier", 6, Verdict.TIMED_OUT),
          test("added", 3, Verdict.FAILED));

  @Test
  void every_test_that_gives_something_else_is_named() {
    assertThat(between(BEFORE, AFTER).tests())
        .extracting(TestChange::toString)
        .containsExactly(
            "1.1 mended: failed -> passed (+4)",
            "1.1 weightier: passed -> timed out, worth 6 instead of 4 (-4)",
            "1.1 added: new, failed",
            "1.1 dropped: removed, was passed (-2)");
  }

  @Test
  void what_is_the_exams_is_told_apart_from_what_is_the_submissions() {
    List<TestChange> tests = between(BEFORE, AFTER).tests();
    assertThat(tests)
        .extracting(TestChange::ofExam)
        .containsExactly(
            Optional.empty(),
            Optional.of("1.1 weightier: worth 6 instead of 4"),
            Optional.of("1.1 added: new, worth 3"),
            Optional.of("1.1 dropped: removed, was worth 2"));
    assertThat(tests).extracting(TestChange::isOwn).containsExactly(true, true, false, true);
  }

  @Test
  void a_mark_changes_with_its_points_not_with_what_they_are_of() {
    MarkChange change = between(BEFORE, AFTER);
    assertThat(change.changesMark()).isTrue();
    assertThat(change.before()).hasToString("10/14");
    assertThat(change.after()).hasToString("8/17");
    assertThat(change.difference()).isEqualTo("-2");
    SubmissionResult worthMore = submission("kim", test("a", 5, Verdict.FAILED));
    MarkChange max = between(submission("kim", test("a", 4, Verdict.FAILED)), worthMore);
    assertThat(max.changesMark()).isFalse();
    assertThat(max.difference()).isZero();
    assertThat(max.tests())
        .extracting(TestChange::toString)
        .containsExactly("1.1 a: failed, worth 5 instead of 4");
    assertThat(between(BEFORE, BEFORE).changesMark()).isFalse();
    assertThat(between(BEFORE, BEFORE).tests()).isEmpty();
  }

  @Test
  void what_was_not_graded_had_no_mark_to_differ_from() {
    MarkChange change =
        between(
            submission("kim", test("a", 4, Verdict.NOT_GRADED)),
            submission("kim", test("a", 4, Verdict.PASSED)));
    assertThat(change.before()).hasToString("-");
    assertThat(change.changesMark()).isTrue();
    assertThat(change.difference()).isZero();
  }

  @Test
  void an_instructors_word_shields_a_mark_from_its_tests() {
    PointsOverride word = new PointsOverride("kim", "1.1", 3, "seen", Instant.EPOCH);
    MarkChange change =
        MarkChange.between(
            submission("kim", test("a", 4, Verdict.FAILED)),
            submission("kim", test("a", 4, Verdict.PASSED)),
            MarkRules.NONE.with(new Overrides(List.of(word))));
    assertThat(change.changesMark()).isFalse();
    assertThat(change.tests()).hasSize(1);
    assertThat(change.overrides()).containsExactly(word);
    assertThat(change.after()).hasToString("3/4");
  }

  private static MarkChange between(SubmissionResult before, SubmissionResult after) {
    return MarkChange.between(before, after, MarkRules.NONE);
  }
}
