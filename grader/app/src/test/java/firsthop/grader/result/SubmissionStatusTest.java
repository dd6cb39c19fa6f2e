package firsthop.grader.result;

import static firsthop.grader.gradebook.SampleResultSet.lab;
import static firsthop.grader.gradebook.SampleResultSet.result;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SubmissionStatusTest {

  @ParameterizedTest
  @EnumSource
  void of_one_lab_it_is_what_came_of_that_lab(SubmissionStatus status) {
    assertThat(SubmissionStatus.of(List.of(that("lab01", status)))).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "GRADED, GRADED, GRADED",
    "GRADED, NOTHING_HANDED_IN, GRADED",
    "GRADED, BROKE_THE_BENCH, BROKE_THE_BENCH",
    "GRADED, NOT_READABLE, NOT_READABLE",
    "GRADED, NOT_GRADED, NOT_GRADED",
    "NOTHING_HANDED_IN, NOTHING_HANDED_IN, NOTHING_HANDED_IN",
    "NOTHING_HANDED_IN, BROKE_THE_BENCH, BROKE_THE_BENCH",
    "NOTHING_HANDED_IN, NOT_READABLE, NOT_READABLE",
    "NOTHING_HANDED_IN, NOT_GRADED, NOT_GRADED",
    "BROKE_THE_BENCH, BROKE_THE_BENCH, BROKE_THE_BENCH",
    "BROKE_THE_BENCH, NOT_READABLE, NOT_READABLE",
    "BROKE_THE_BENCH, NOT_GRADED, NOT_GRADED",
    "NOT_READABLE, NOT_READABLE, NOT_READABLE",
    "NOT_READABLE, NOT_GRADED, NOT_GRADED",
    "NOT_GRADED, NOT_GRADED, NOT_GRADED",
  })
  void of_two_labs_it_does_not_depend_on_their_order(
      SubmissionStatus one, SubmissionStatus other, SubmissionStatus both) {
    assertThat(SubmissionStatus.of(List.of(that("lab01", one), that("lab02", other))))
        .isEqualTo(both);
    assertThat(SubmissionStatus.of(List.of(that("lab01", other), that("lab02", one))))
        .isEqualTo(both);
  }

  @Test
  void without_labs_nothing_is_left_to_grade() {
    assertThat(SubmissionStatus.of(List.of())).isEqualTo(SubmissionStatus.GRADED);
  }

  private static LabResult that(String id, SubmissionStatus status) {
    return switch (status) {
      case GRADED -> lab(id, result("a", Verdict.FAILED, ""));
      case NOTHING_HANDED_IN -> lab(id, HandedIn.NOTHING, false, result("a", Verdict.MISSING, ""));
      case NOT_READABLE -> lab(id, HandedIn.UNREADABLE, false, result("a", Verdict.NOT_GRADED, ""));
      case BROKE_THE_BENCH -> lab(id, HandedIn.WORK, true, result("a", Verdict.CRASHED, ""));
      case NOT_GRADED -> lab(id, result("a", Verdict.NOT_GRADED, ""));
    };
  }
}
