package firsthop.grader.cli;

import static firsthop.grader.course.SampleCourse.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.BenchSpec;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.SettingsSpec;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GradeCommandTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  @Test
  void a_command_line_and_settings_become_a_run() throws Exception {
    Path yaml =
        Files.writeString(
            folder.resolve("course.yaml"),
            """
            title: Networks
            zone: Asia/Seoul
            labs: {lab01: {weight: 0.5, due: 2026-10-01T12:00}, lab02: {}}
            late: {perDay: 10, grace: 15m, most: 50}
            language: ko
            """);
    Map<String, Instant> due = Map.of("lab02", Instant.parse("2026-10-09T03:00:00Z"));
    assertThat(
            asked(
                "autumn/../submissions",
                "--out=results",
                "--roster=class.csv",
                "--lab=LAB02",
                "--jobs=3",
                "--sandbox=process",
                "--base-image=temurin:21",
                "--seed=-7",
                "--settings=" + yaml,
                "--due=lab02=2026-10-09T12:00",
                "--extensions=later.csv",
                "--feedback=full",
                "--fresh"))
        .isEqualTo(
            new RunSpec(
                HERE.resolve("submissions"),
                HERE.resolve("results"),
                Optional.of(HERE.resolve("class.csv")),
                List.of("lab02"),
                true,
                new BenchSpec(
                    SandboxKind.PROCESS, Optional.of("temurin:21"), OptionalInt.of(3), -7),
                new SettingsSpec(
                    Optional.of(yaml),
                    due,
                    Optional.of(HERE.resolve("later.csv")),
                    Optional.of(FeedbackLevel.FULL)),
                "Networks",
                ZoneId.of("Asia/Seoul"),
                new MarkingPolicy(
                    new MarkRules(
                        new DueDates(
                            Map.of(
                                "lab01",
                                Instant.parse("2026-10-01T03:00:00Z"),
                                "lab02",
                                Instant.parse("2026-10-09T03:00:00Z")),
                            Map.of()),
                        new LateRule(BigDecimal.TEN, Duration.ofMinutes(15), new BigDecimal("50")),
                        Map.of("lab01", new BigDecimal("0.5")),
                        Overrides.NONE),
                    FeedbackLevel.FULL,
                    FeedbackLanguage.KOREAN)));
  }

  @Test
  void without_options_and_settings_a_run_is_the_usual_one() throws Exception {
    assertThat(asked("submissions"))
        .isEqualTo(
            new RunSpec(
                HERE.resolve("submissions"),
                HERE.resolve("grades"),
                Optional.empty(),
                List.of("lab01", "lab02"),
                false,
                new BenchSpec(SandboxKind.DOCKER, Optional.empty(), OptionalInt.empty(), 1),
                SettingsSpec.NONE,
                "",
                ZoneId.systemDefault(),
                MarkingPolicy.USUAL));
  }

  @Test
  void a_lab_that_there_is_not_is_one_line() {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> asked("submissions", "--lab=lab09"))
        .withMessage("there is no lab09; there are lab01, lab02");
  }

  /** Parses a command line as the program does. */
  static RunSpec asked(String... arguments) throws BadInputException {
    GradeCommand command = new GradeCommand();
    new CommandLine(command).parseArgs(arguments);
    return command.asked(COURSE, command.settings(COURSE));
  }
}
