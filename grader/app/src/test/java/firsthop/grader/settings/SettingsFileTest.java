package firsthop.grader.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.marks.LateRule;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsFileTest {
  private static final List<String> LABS = List.of("lab01", "lab02");

  @TempDir Path folder;

  @Test
  void every_key_is_read() throws Exception {
    Settings settings =
        read(
            """
            title: Computer Networks
            zone: Asia/Seoul
            labs:
              lab01: {weight: 0.5, due: 2026-10-01T23:59}
              lab02: {due: 2026-10-15 23:59:30}
            late: {perDay: 10, grace: 15m, most: 50}
            feedback: full
            language: ko
            extensions: later.csv
            """);
    assertThat(settings)
        .isEqualTo(
            new Settings(
                Optional.of(folder.toAbsolutePath().resolve("firsthop.yaml")),
                "Computer Networks",
                Times.in("Asia/Seoul"),
                LABS,
                Map.of("lab01", new BigDecimal("0.5")),
                Map.of(
                    "lab01", Instant.parse("2026-10-01T14:59:00Z"),
                    "lab02", Instant.parse("2026-10-15T14:59:30Z")),
                new LateRule(BigDecimal.TEN, Duration.ofMinutes(15), BigDecimal.valueOf(50)),
                FeedbackLevel.FULL,
                FeedbackLanguage.KOREAN,
                Optional.of(folder.toAbsolutePath().resolve("later.csv"))));
  }

  @Test
  void every_key_may_be_missing() throws Exception {
    assertThat(read("title: \"\"\n".replace("\"\"", "x")).late()).isEqualTo(LateRule.NONE);
    for (String nothing : List.of("", "labs:\n")) {
      assertThat(read(nothing))
          .usingRecursiveComparison()
          .ignoringFields("file")
          .isEqualTo(Settings.NONE);
    }
  }

  @Test
  void only_the_named_labs_belong_to_the_course() throws Exception {
    assertThat(read("labs:\n  lab02:\n").labs()).containsExactly("lab02");
  }

  @Test
  void an_offset_replaces_the_zone() throws Exception {
    assertThat(read("zone: Asia/Seoul\nlabs: {lab01: {due: 2026-10-01T23:59+02:00}}").due())
        .containsEntry("lab01", Instant.parse("2026-10-01T21:59:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "titel: x | titel: unknown key; known keys are extensions, feedback, labs, language, late, title, zone",
        "labs: {lab09: {}} | labs.lab09: unknown key; known keys are lab01, lab02",
        "labs: {lab01: {wieght: 1}} | labs.lab01.wieght: unknown key; known keys are due, weight",
        "labs: {lab01: {weight: much}} | labs.lab01.weight: expected a number, not much",
        "labs: {lab01: {weight: -1}} | labs.lab01.weight: expected a number from 0 to 1000000, not -1",
        "labs: {lab01: {due: soon}} | labs.lab01.due: expected a time such as 2026-10-01T23:59",
        "labs: lab01 | labs: expected keys with values",
        "late: {perDay: 101} | late.perDay: expected a number from 0 to 100, not 101",
        "late: {grace: 15} | late.grace: expected a duration such as 15m, 2h or 1d, not 15",
        "feedback: all | feedback: expected score, hints or full, not all",
        "language: kr | firsthop.yaml: language: expected en or ko, not kr",
        "language: [ko] | language: expected a value",
        "feedback: | feedback: expected a value",
        "zone: Mars | firsthop.yaml: zone: unknown time zone: Mars",
        "'[1, 2]' | expected keys with values",
        "'a: [' | firsthop.yaml is not valid YAML, near line 1: while parsing a flow node; expected the node content",
      })
  void an_error_is_one_line_that_names_the_key(String yaml, String line) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> read(yaml))
        .satisfies(wrong -> assertThat(wrong.getMessage()).contains(line).doesNotContain("\n"));
  }

  @Test
  void a_missing_file_is_reported() {
    Path missing = folder.resolve("none.yaml");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> SettingsFile.read(missing, LABS))
        .withMessage(missing + " cannot be read: no such file or folder");
  }

  private Settings read(String yaml) throws Exception {
    return SettingsFile.read(Files.writeString(folder.resolve("firsthop.yaml"), yaml), LABS);
  }
}
