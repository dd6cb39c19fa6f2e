package firsthop.grader.export;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.result.SubmissionResult;
import firsthop.grader.settings.FeedbackLevel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownExportTest {
  @Test
  void a_summary_to_the_letter() throws Exception {
    assertThat(write(ExportSamples.three("", FeedbackLevel.HINTS, Optional.empty())))
        .isEqualTo(
            """
            ## `Networks`

            3 submissions: 2 graded, 1 not graded

            ### Tests that failed most

            | test | failed by |
            |---|---:|
            | `1.1.2 refuses zeros` | 3 |

            ### Marks

            | submission | lab01 | lab02 | total | status |
            |---|---:|---:|---:|---|
            | `kim` <sup>1</sup> | 3.6/8 | 4/4 | 7.6/12 | graded |
            | `lee` <sup>2</sup> | 4/8 | 3/4 | 7/12 | graded |
            | `choi` | 4/8 | - | - | not graded |

            1. `kim`: `Late: lab01 was handed in 1 day late. 10 % off: 3.6 of 4 points count.`
            2. `lee`: `Override: 2.1 set to 3 points: seen <in> "person"`
            """);
  }

  @Test
  void where_only_points_are_shown_no_test_is_named() throws Exception {
    assertThat(write(ExportSamples.three("", FeedbackLevel.SCORE, Optional.empty())))
        .contains("| `choi` | 4/8 | - | - | not graded |")
        .doesNotContain("zeros", "failed");
  }

  @ParameterizedTest
  @MethodSource("firsthop.grader.export.CanvasExportTest#hostile")
  void no_name_is_markup(String name) throws Exception {
    String text = write(ExportSamples.named(name));
    String row = text.lines().filter(line -> line.endsWith("| graded |")).findFirst().orElseThrow();
    assertThat(row.chars().filter(letter -> letter == '|')).as(row).hasSize(6);
    assertThat(text.replaceAll("`[^`\n]*`", "CODE"))
        .contains("| CODE | 4/8 | 4/4 | 8/12 | graded |")
        .doesNotContain("<", "`", "evil", "@", "\u202E", "\u0007");
  }

  @Test
  void a_summary_stays_below_what_github_takes() throws Exception {
    String long100 = "한".repeat(100);
    SubmissionResult[] many =
        IntStream.range(0, 4_000)
            .mapToObj(
                i ->
                    ExportSamples.student(
                        long100 + i,
                        ExportSamples.arrival("", "", "", ExportSamples.DUE),
                        ExportSamples.half(),
                        ExportSamples.passed()))
            .toArray(SubmissionResult[]::new);
    String text = write(Grades.of(ExportSamples.run(FeedbackLevel.HINTS, many), Optional.empty()));
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    long rows = text.lines().filter(line -> line.endsWith("| graded |")).count();
    assertThat(bytes).isBetween(MarkdownExport.MAX_BYTES - 2_000, MarkdownExport.MAX_BYTES);
    assertThat(text)
        .endsWith(
            "\n**"
                + (4_000 - rows)
                + " submissions are left out:** the limit of a job summary is 1 MiB. All are in"
                + " `grades.csv`.\n");
  }

  @Test
  void a_long_name_is_cut() {
    assertThat(Markdown.code("x".repeat(200))).isEqualTo("`" + "x".repeat(200) + "`");
    assertThat(Markdown.code("x".repeat(201))).isEqualTo("`" + "x".repeat(199) + "…`");
  }

  private static String write(Grades grades) {
    return new MarkdownExport().export(grades).files().get("summary.md");
  }
}
