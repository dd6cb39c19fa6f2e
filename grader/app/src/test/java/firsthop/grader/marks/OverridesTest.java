package firsthop.grader.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.Verdict;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OverridesTest {
  @TempDir Path folder;

  @Test
  void they_are_kept_in_the_folder_of_results() throws Exception {
    assertThat(Overrides.read(folder)).isEqualTo(Overrides.NONE);
    Overrides two =
        Overrides.NONE
            .with(SampleMarks.override("kim", "1.1", 5))
            .with(SampleMarks.override("a\n\"b", "1.2", 0));
    two.write(folder);
    assertThat(Overrides.read(folder)).isEqualTo(two);
  }

  @Test
  void the_last_word_on_an_exercise_counts() {
    Overrides overrides =
        Overrides.NONE
            .with(SampleMarks.override("kim", "1.1", 5))
            .with(SampleMarks.override("lee", "1.1", 6))
            .with(SampleMarks.override("kim", "1.2", 7))
            .with(SampleMarks.override("kim", "1.1", 8));
    assertThat(overrides.of("kim")).extracting(PointsOverride::points).containsExactly(7, 8);
    assertThat(overrides.find("kim", "1.1"))
        .hasValueSatisfying(found -> assertThat(found.points()).isEqualTo(8));
    assertThat(overrides.find("kim", "2.1")).isEmpty();
  }

  @Test
  void a_word_is_taken_back_alone() {
    Overrides overrides =
        Overrides.NONE
            .with(SampleMarks.override("kim", "1.1", 5))
            .with(SampleMarks.override("lee", "1.1", 6))
            .with(SampleMarks.override("kim", "1.2", 7));
    assertThat(overrides.without("kim", "1.1").all())
        .extracting(PointsOverride::points)
        .containsExactly(6, 7);
    assertThat(overrides.without("choi", "1.1")).isEqualTo(overrides);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 15})
  void points_are_from_none_to_all(int points) throws Exception {
    assertThat(give(points, " seen ").points()).isEqualTo(points);
    assertThat(give(points, " seen ").reason()).isEqualTo("seen");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 16})
  void no_other_points_can_be_given(int points) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> give(points, "seen"))
        .withMessage(points + " points for 1.1: give 0 to 15");
  }

  @Test
  void a_reason_has_to_be_given_and_is_no_book() throws Exception {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> give(1, " \n"))
        .withMessageStartingWith("give a reason: ");
    assertThat(give(1, "x".repeat(1_000)).reason()).hasSize(1_000);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> give(1, "x".repeat(1_001)))
        .withMessage("kim 1.1: the reason has 1001 characters; give at most 1000");
  }

  private static PointsOverride give(int points, String reason) throws BadInputException {
    return PointsOverride.give(
        "kim",
        SampleMarks.lab("lab01", Verdict.PASSED).exercises().get(0).exercise(),
        points,
        reason,
        SampleMarks.DUE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "7",
        "{\"submission\": 1}",
        "[{}]",
        "[null]",
        "[{\"submission\":\"a\",\"exercise\":\"1.1\",\"points\":5,\"at\":\"2026-03-02T09:00:00Z\"}]",
        "[{\"submission\":\"a\",\"exercise\":\"1.1\",\"points\":5,\"reason\":\" \",\"at\":\"2026-03-02T09:00:00Z\"}]",
        "[{\"submission\":\"a\",\"exercise\":\"1.1\",\"points\":5.5,\"reason\":\"x\",\"at\":\"2026-03-02T09:00:00Z\"}]",
        "[{\"submission\":\"a\",\"exercise\":\"1.1\",\"points\":9999,\"reason\":\"x\",\"at\":\"2026-03-02T09:00:00Z\"}]",
        "[{\"submission\":\"a\",\"exercise\":\"1.1\",\"points\":-1,\"reason\":\"x\",\"at\":\"2026-03-02T09:00:00Z\"}]"
      })
  void a_damaged_file_is_one_clear_line_and_never_forgotten_words(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("overrides.json"), text);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Overrides.read(folder))
        .satisfies(
            refused ->
                assertThat(refused.getMessage())
                    .startsWith(file + " is damaged; repair or delete it: ")
                    .doesNotContain("\n"));
  }
}
