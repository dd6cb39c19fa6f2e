package firsthop.grader.cli;

import static firsthop.grader.course.SampleCourse.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.settings.Settings;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SettingsOptionsTest {
  private static final List<String> LABS = List.of("lab01", "lab02");

  private static final List<Submission> CLASS = List.of(new Submission("kim", Map.of(), List.of()));

  @TempDir Path folder;

  @Test
  void command_line_options_win_over_the_file() throws Exception {
    RunSpec request =
        request(
            """
            title: Networks
            zone: UTC
            labs:
              lab01: {due: 2026-10-01T12:00}
              lab02: {due: 2026-10-02T12:00}
            feedback: score
            """,
            "--due=lab02=2026-10-09T12:00Z",
            "--feedback=full");
    assertThat(request.title()).isEqualTo("Networks");
    assertThat(request.marking().feedback()).isEqualTo(FeedbackLevel.FULL);
    assertThat(request.marking().rules().due().labs())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "lab01", Instant.parse("2026-10-01T12:00:00Z"),
                "lab02", Instant.parse("2026-10-09T12:00:00Z")));
  }

  @Test
  void a_time_for_every_lab_takes_the_place_of_all_of_the_file() throws Exception {
    RunSpec request =
        request("zone: Asia/Seoul\nlabs: {lab01: {due: 2026-10-01T12:00}}", "--due=2026-10-09");
    assertThat(request.marking().rules().due().labs())
        .isEqualTo(Map.of(DueDates.ANY_LAB, Instant.parse("2026-10-09T14:59:59.999999999Z")));
    assertThat(request.zone()).isEqualTo(ZoneId.of("Asia/Seoul"));
  }

  @Test
  void extensions_of_the_command_line_take_the_place_of_those_of_the_file() throws Exception {
    Path here = folder.resolve("here.csv");
    Files.writeString(here, "submission,lab,due\nkim,lab01,2026-10-05T12:00Z\n");
    RunSpec request = request("extensions: there-is-none.csv", "--extensions=" + here);
    assertThat(request.marking().rules().due().extensions())
        .isEqualTo(Map.of("kim", Map.of("lab01", Instant.parse("2026-10-05T12:00:00Z"))));
  }

  @Test
  void without_a_file_and_options_points_are_marks() throws Exception {
    RunSpec request = request("");
    assertThat(request.marking().rules().late()).isEqualTo(LateRule.NONE);
    assertThat(request.marking().rules().due()).isEqualTo(DueDates.NONE);
    assertThat(request.marking().feedback()).isEqualTo(FeedbackLevel.HINTS);
  }

  @Test
  void the_course_has_the_labs_that_its_settings_name_or_all() throws Exception {
    assertThat(request("labs: {lab02: {weight: 2}}").labs()).containsExactly("lab02");
    assertThat(request("title: Networks").labs()).isEqualTo(LABS);
  }

  @Test
  void overrides_come_from_the_folder_of_results() throws Exception {
    PointsOverride given =
        new PointsOverride("kim", "1.1", 7, "shown by hand", Instant.parse("2026-10-05T12:00:00Z"));
    Overrides.NONE.with(given).write(folder);
    assertThat(request("").marking().rules().overrides().all()).containsExactly(given);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--due=lab09=2026-10-01T12:00 | --due lab09=2026-10-01T12:00: there is no lab09; there are"
            + " lab01, lab02",
        "--due=lab01=soon | --due lab01=soon: expected a time such as 2026-10-01T23:59 or"
            + " 2026-10-01T23:59+09:00, not soon",
        "--due=tomorrow | --due tomorrow: expected a time such as 2026-10-01T23:59 or"
            + " 2026-10-01T23:59+09:00, not tomorrow",
        "--feedback=all | --feedback: expected score, hints or full, not all",
      })
  void what_cannot_be_used_is_one_line(String option, String line) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> request("", option))
        .withMessage(line);
  }

  private RunSpec request(String yaml, String... options) throws Exception {
    GradeCommand command = command(yaml, options);
    Settings settings = command.settings(COURSE);
    // Settings are read once: they may change while a command runs.
    Files.delete(folder.resolve("course.yaml"));
    return ClassRules.addTo(
        command.asked(COURSE, settings), settings, LABS, folder, CLASS, line -> {});
  }

  private GradeCommand command(String yaml, String... options) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("submissions"));
    arguments.addAll(List.of(options));
    arguments.add("--settings=" + Files.writeString(folder.resolve("course.yaml"), yaml));
    GradeCommand command = new GradeCommand();
    new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
    return command;
  }
}
