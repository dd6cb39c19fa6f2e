package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import firsthop.grader.settings.FeedbackLevel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(60)
class GradescopeExportTest {
  private static final Set<String> VISIBILITIES =
      Set.of("hidden", "after_due_date", "after_published", "visible");
  private static final Set<String> FORMATS = Set.of("text", "html", "simple_format", "md", "ansi");

  @TempDir Path temp;

  @Test
  void a_result_to_the_letter() throws Exception {
    assertThat(result("101", FeedbackLevel.HINTS))
        .isEqualToNormalizingNewlines(
            """
            {
              "score" : 7.6,
              "execution_time" : 1.234,
              "output" : "7.6 of 12 points\\nLate: lab01 was handed in 1 day late. 10 % off: 3.6 of 4 points count.",
              "output_format" : "text",
              "test_output_format" : "text",
              "test_name_format" : "text",
              "visibility" : "after_published",
              "stdout_visibility" : "hidden",
              "extra_data" : {
                "submission" : "kim",
                "digest" : "digest",
                "labs" : [ {
                  "id" : "lab01",
                  "before" : 4,
                  "after" : 3.6,
                  "max" : 8,
                  "daysLate" : 1
                }, {
                  "id" : "lab02",
                  "before" : 4,
                  "after" : 4,
                  "max" : 4,
                  "daysLate" : 0
                } ]
              },
              "tests" : [ {
                "score" : 4,
                "max_score" : 4,
                "status" : "passed",
                "name" : "takes four octets",
                "number" : "1.1.1",
                "output" : "passed",
                "visibility" : "after_published"
              }, {
                "score" : 0,
                "max_score" : 4,
                "status" : "failed",
                "name" : "refuses zeros",
                "number" : "1.1.2",
                "output" : "failed\\nThe <hint>.\\nYour code threw a `NumberFormatException` at\
             MyCodec.java:12.",
                "visibility" : "after_published"
              }, {
                "score" : 4,
                "max_score" : 4,
                "status" : "passed",
                "name" : "echoes",
                "number" : "2.1.1",
                "output" : "passed",
                "visibility" : "after_published"
              } ]
            }
            """);
  }

  @ParameterizedTest
  @EnumSource(FeedbackLevel.class)
  void every_field_is_one_that_is_documented(FeedbackLevel level) throws Exception {
    for (String submission : new String[] {"101", "102"}) {
      JsonNode root = JsonMapper.shared().readTree(result(submission, level));
      assertThat(root.get("score").isNumber()).isTrue();
      assertThat(root.get("execution_time").isNumber()).isTrue();
      assertThat(root.get("output").isString()).isTrue();
      assertThat(root.get("output_format").stringValue()).isIn(FORMATS);
      assertThat(root.get("test_output_format").stringValue()).isIn(FORMATS);
      assertThat(root.get("test_name_format").stringValue()).isIn(FORMATS);
      assertThat(root.get("visibility").stringValue()).isIn(VISIBILITIES);
      assertThat(root.get("stdout_visibility").stringValue()).isIn(VISIBILITIES);
      assertThat(root.get("extra_data").isObject()).isTrue();
      assertThat(root.size()).isEqualTo(10);
      for (JsonNode test : root.get("tests")) {
        assertThat(test.propertyNames())
            .isSubsetOf("score", "max_score", "status", "name", "number", "output", "visibility");
        assertThat(test.get("score").isNumber()).isTrue();
        assertThat(test.get("max_score").isNumber()).isTrue();
        assertThat(test.get("name").isString()).isTrue();
        assertThat(test.get("number").isString()).isTrue();
        assertThat(test.get("output").isString()).isTrue();
        assertThat(test.get("visibility").stringValue()).isIn(VISIBILITIES);
        if (test.has("status")) {
          assertThat(test.get("status").stringValue()).isIn("passed", "failed");
        }
      }
    }
  }

  @Test
  void what_is_shown_follows_the_level() throws Exception {
    assertThat(result("101", FeedbackLevel.FULL)).contains(ExportSamples.SECRET, "The <hint>.");
    assertThat(result("101", FeedbackLevel.HINTS))
        .contains("The <hint>.")
        .doesNotContain(ExportSamples.SECRET);
    assertThat(result("101", FeedbackLevel.SCORE))
        .contains("Title of 1.1")
        .doesNotContain(ExportSamples.SECRET, "hint", "octets", "echoes", "Exception");
  }

  @Test
  void an_override_is_said_and_counts() throws Exception {
    JsonNode lee = JsonMapper.shared().readTree(result("102", FeedbackLevel.HINTS));
    assertThat(lee.get("score").intValue()).isEqualTo(7);
    assertThat(lee.get("output").stringValue())
        .isEqualTo("7 of 12 points\nOverride: 2.1 set to 3 points: seen <in> \"person\"");
  }

  @Test
  void what_was_not_graded_has_no_result() throws Exception {
    assertThat(export("Gradescope", FeedbackLevel.HINTS).files())
        .containsOnlyKeys(
            "gradescope/run_autograder",
            "gradescope/setup.sh",
            "gradescope/results/101/results.json",
            "gradescope/results/102/results.json");
  }

  @Test
  void whom_gradescope_does_not_know_is_said() throws Exception {
    ExportResult exported = export("Canvas", FeedbackLevel.HINTS);
    assertThat(exported.files()).containsKey("gradescope/results/kim/results.json");
    assertThat(exported.notices()).singleElement().asString().contains("kim, lee, choi");
  }

  @ParameterizedTest
  @MethodSource("firsthop.grader.export.CanvasExportTest#hostile")
  void any_name_makes_a_result_that_can_be_read(String name) throws Exception {
    ExportResult exported = new GradescopeExport().export(ExportSamples.named(name));
    String result = exported.files().get("gradescope/results/" + name + "/results.json");
    assertThat(JsonMapper.shared().readTree(result).get("score").doubleValue()).isEqualTo(8);
  }

  @Test
  void the_autograder_hands_out_each_result_and_fails_for_others() throws Exception {
    // The autograder is for Gradescope, whose images have it; in CI the test fails without it.
    assumeThat(System.getenv("CI") != null || has("python3")).as("needs python3").isTrue();
    ExportResult exported = export("Gradescope", FeedbackLevel.HINTS);
    ExportFiles.write(temp, exported);
    Files.move(temp.resolve("gradescope"), temp.resolve("source"));
    assertThat(runFor(102)).isZero();
    assertThat(temp.resolve("results/results.json"))
        .hasContent(exported.files().get("gradescope/results/102/results.json"));
    Files.delete(temp.resolve("results/results.json"));
    assertThat(runFor(103)).isEqualTo(1);
    assertThat(temp.resolve("results/results.json")).doesNotExist();
  }

  private int runFor(int submission) throws Exception {
    Files.writeString(
        temp.resolve("submission_metadata.json"),
        "{\"id\": " + submission + ", \"users\": [{\"id\": 101, \"name\": \"\\\"id\\\": 101\"}]}");
    ProcessBuilder autograder =
        new ProcessBuilder(temp.resolve("source/run_autograder").toString())
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    autograder.environment().put("AUTOGRADER", temp.toString());
    Process running = autograder.start();
    assertThat(running.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return running.exitValue();
  }

  private static boolean has(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, "--version").start().waitFor() == 0;
    } catch (IOException none) {
      return false;
    }
  }

  private static ExportResult export(String from, FeedbackLevel level) throws Exception {
    return new GradescopeExport().export(ExportSamples.three(from, level, Optional.empty()));
  }

  private static String result(String submission, FeedbackLevel level) throws Exception {
    return export("Gradescope", level)
        .files()
        .get("gradescope/results/" + submission + "/results.json");
  }
}
