package firsthop.grader.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RunIndexTest {
  private static final Instant DUE = Instant.parse("2026-10-01T14:59:00Z");

  private static final RunIndex WHOLE =
      new RunIndex(
          new RunSpec(
              Path.of("/course/autumn 26"),
              Path.of("/course/grades"),
              Optional.of(Path.of("/course/class.csv")),
              List.of("lab02"),
              true,
              new BenchSpec(SandboxKind.PROCESS, Optional.of("temurin:21"), OptionalInt.of(3), -7),
              new SettingsSpec(
                  Optional.of(Path.of("/course/firsthop.yaml")),
                  Map.of("lab02", DUE),
                  Optional.of(Path.of("/course/later.csv")),
                  Optional.of(FeedbackLevel.FULL)),
              "Networks",
              ZoneId.of("Asia/Seoul"),
              new MarkingPolicy(
                  new MarkRules(
                      new DueDates(
                          Map.of("lab02", DUE),
                          Map.of("kim", Map.of(DueDates.ANY_LAB, DUE.plusSeconds(60)))),
                      new LateRule(BigDecimal.TEN, Duration.ofMinutes(15), new BigDecimal("50")),
                      Map.of("lab02", new BigDecimal("0.5")),
                      Overrides.NONE),
                  FeedbackLevel.FULL,
                  FeedbackLanguage.KOREAN)),
          List.of("kim", "이영희"));

  @Test
  void it_is_one_file_that_people_can_read() {
    assertThat(JsonMapper.shared().readTree(WHOLE.write()))
        .isEqualTo(
            JsonMapper.shared()
                .readTree(
                    """
                    {
                      "format": 3,
                      "path": "/course/autumn 26",
                      "results": "/course/grades",
                      "roster": "/course/class.csv",
                      "labs": ["lab02"],
                      "labsAsked": true,
                      "bench": {
                        "sandbox": "process", "baseImage": "temurin:21", "jobs": 3, "seed": -7
                      },
                      "settings": {
                        "file": "/course/firsthop.yaml",
                        "due": {"lab02": "2026-10-01T14:59:00Z"},
                        "extensions": "/course/later.csv",
                        "feedback": "full"
                      },
                      "title": "Networks",
                      "zone": "Asia/Seoul",
                      "marking": {
                        "due": {
                          "labs": {"lab02": "2026-10-01T14:59:00Z"},
                          "extensions": {"kim": {"*": "2026-10-01T15:00:00Z"}}
                        },
                        "late": {"percentPerDay": 10, "grace": "PT15M", "mostPercent": 50},
                        "weights": {"lab02": 0.5},
                        "feedback": "full",
                        "language": "ko"
                      },
                      "submissions": ["kim", "이영희"]
                    }
                    """));
  }

  @Test
  void it_is_read_back_as_it_was() {
    assertThat(RunIndex.read(WHOLE.write())).isEqualTo(WHOLE);
    RunIndex usual = new RunIndex(SampleSpecs.of("x"), List.of());
    assertThat(RunIndex.read(usual.write())).isEqualTo(usual);
  }

  @Test
  void overrides_are_not_in_it() {
    Overrides word = Overrides.NONE.with(new PointsOverride("kim", "1.1", 7, "seen", DUE));
    RunIndex given = new RunIndex(WHOLE.spec().with(word), WHOLE.submissions());
    assertThat(given.write()).isEqualTo(WHOLE.write());
  }

  /** As the version before wrote it, and what never was one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        """
        {"title": "", "directory": "/course", "arguments": ["x", "--lab", "lab01"],
         "zone": "Asia/Seoul", "labs": ["lab01"], "submissions": ["kim"],
         "due": {"labs": {}, "extensions": {}},
         "late": {"percentPerDay": 0, "grace": "PT0S", "mostPercent": 100},
         "weights": {}, "feedback": "HINTS"}
        """,
        "{\"format\": 1}",
        "{\"format\": 4}",
        "{\"format\": \"3\"}",
        "{\"format\": 3.5}",
        "{}",
        "[]",
        "null",
        "7"
      })
  void another_version_is_refused(String text) {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> RunIndex.read(text))
        .withMessage("it was written by another version of firsthop; run grade again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "{\"format\": 3", "no json", "{\"format\": 3} {}"})
  void what_is_no_json_is_one_line(String text) {
    assertThat(assertRefused(text)).startsWith("it is not ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          "/course/grades"                | ""            | results: expected an absolute path, not
          "/course/class.csv"             | "class.csv"   | roster: expected an absolute path, not class.csv
          "/course/class.csv"             | "a\\u0000"    | roster: Nul character not allowed
          "/course/class.csv"             | 7             | roster: a value is missing or has the wrong type
          "/course/later.csv"             | "later.csv"   | settings: extensions: expected an absolute path, not later.csv
          "/course/firsthop.yaml"         | "x.yaml"      | settings: file: expected an absolute path, not x.yaml
          /course/autumn                  | autumn        | path: expected an absolute path, not autumn 26
          [ "lab02" ]                     | [ ]           | labs: expected at least one
          [ "lab02" ]                     | [ "lab01", "lab02" ] | labs: expected the one that was asked for
          "이영희"                         | "kim"         | submissions: kim is there twice
          [ "lab02" ]                     | [ null ]      | labs: a value is missing or has the wrong type
          [ "lab02" ]                     | "lab02"       | labs: a value is missing or has the wrong type
          "labsAsked" : true              | "labsAsked" : "true" | labsAsked: a value is missing or has the wrong type
          "labsAsked" : true              | "labsAsked" : null   | labsAsked: a value is missing or has the wrong type
          "labsAsked" : true,             | ~~            | labsAsked: a value is missing or has the wrong type
          "process"                       | "none"        | bench.sandbox: sandbox none: give docker or process
          "process"                       | null          | bench.sandbox: a value is missing or has the wrong type
          "jobs" : 3                      | "jobs" : 0    | bench: jobs 0: give 1 to 250
          "jobs" : 3                      | "jobs" : 251  | bench: jobs 251: give 1 to 250
          "jobs" : 3                      | "jobs" : 2.5  | bench.jobs: the value "2.5" is not allowed
          "jobs" : 3                      | "jobs" : "3"  | bench.jobs: a value is missing or has the wrong type
          "seed" : -7                     | "seed" : 1.5  | bench.seed: the value "1.5" is not allowed
          "seed" : -7                     | "seed" : null | bench.seed: a value is missing or has the wrong type
          "seed" : -7                     | "seed" : -7, "seed" : 7 | it is not valid JSON, near line 12: Duplicate Object property "seed"
          "seed" : -7                     | "seed" : -7, "limit" : 7 | bench.limit: there is no such key
          "Networks"                      | 7             | title: a value is missing or has the wrong type
          "Networks"                      | null          | title: a value is missing or has the wrong type
          Asia/Seoul                      | Asia/Soul     | zone: the value "Asia/Soul" is not allowed
          "percentPerDay" : 10            | "percentPerDay" : 120 | marking.late: percentPerDay 120: expected 0 to 100
          "mostPercent" : 50              | "mostPercent" : -1 | marking.late: mostPercent -1: expected 0 to 100
          PT15M                           | -PT15M        | marking.late: grace PT-15M: expected 0 or more
          PT15M                           | soon          | marking.late.grace: the value "soon" is not allowed
          0.5                             | -0.5          | weight -0.5 of lab02: expected 0 or more
          0.5                             | "much"        | marking.weights.lab02: a value is missing or has the wrong type
          2026-10-01T15:00:00Z            | tomorrow      | marking.due.extensions.kim.*: the value "tomorrow" is not allowed
          "feedback" : "full"             | "feedback" : "all" | settings.feedback: expected score, hints or full, not all
          "kim", "이영희"                  | "kim", null   | submissions: a value is missing or has the wrong type
          """)
  void a_value_that_could_not_have_been_written_is_one_line(
      String before, String after, String why) {
    String text = WHOLE.write();
    assertThat(text).contains(before);
    int at = text.indexOf(before);
    assertThat(assertRefused(text.substring(0, at) + after + text.substring(at + before.length())))
        .startsWith(why);
  }

  @Test
  void a_lab_is_graded_once() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> SampleSpecs.in(SampleSpecs.of("x"), "lab01", "lab02", "lab01"))
        .withMessage("labs: lab01 is there twice");
  }

  private static String assertRefused(String text) {
    String[] why = {""};
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> RunIndex.read(text))
        .satisfies(refused -> why[0] = refused.getMessage());
    assertThat(why[0]).isNotBlank().doesNotContain("\n").hasSizeLessThan(300);
    return why[0];
  }
}
