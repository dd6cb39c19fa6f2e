package firsthop.grader.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.intake.BadInputException;
import firsthop.grader.marks.DueDates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtensionsTest {
  @TempDir Path folder;

  @Test
  void each_row_is_a_student_a_lab_and_a_time() throws Exception {
    assertThat(
            read(
                """
                submission,lab,due
                kim,lab01,2026-10-03T12:00Z
                "Lee, Ann",,2026-10-04T12:00Z
                """))
        .isEqualTo(
            Map.of(
                "kim", Map.of("lab01", Instant.parse("2026-10-03T12:00:00Z")),
                "Lee, Ann", Map.of(DueDates.ANY_LAB, Instant.parse("2026-10-04T12:00:00Z"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'student,lab,due\nkim,lab01,2026-10-03T12:00Z' | expected the columns submission,lab,due",
        "'submission,lab,due\nkim,lab01,soon' | row 2: expected a time such as",
        "'submission,lab,due\nkim,lab09,2026-10-03T12:00Z' | row 2: there is no lab lab09",
      })
  void what_is_wrong_is_one_line(String csv, String line) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read(csv))
        .satisfies(wrong -> assertThat(wrong.getMessage()).contains(line).doesNotContain("\n"));
  }

  private Map<String, Map<String, Instant>> read(String csv) throws Exception {
    return Extensions.read(
        Files.writeString(folder.resolve("extensions.csv"), csv), List.of("lab01", "lab02"));
  }
}
