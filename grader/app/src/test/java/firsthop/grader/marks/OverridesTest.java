package firsthop.grader.marks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.intake.BadInputException;
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

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "7", "{\"submission\": 1}"})
  void a_damaged_file_is_one_clear_line_and_never_forgotten_words(String text) throws Exception {
    Path file = Files.writeString(folder.resolve("overrides.json"), text);
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Overrides.read(folder))
        .withMessageStartingWith(file + " is damaged; mend it or remove it: ");
  }
}
