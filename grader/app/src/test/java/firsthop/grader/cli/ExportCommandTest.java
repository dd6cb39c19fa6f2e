package firsthop.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.gradebook.ResultsFolder;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportCommandTest {
  @TempDir Path temp;
  private Path results;

  @BeforeEach
  void grade() throws Exception {
    results = temp.resolve("grades");
    ResultsFolder.check(results);
    Gradebook gradebook =
        Gradebook.open(
            results,
            new RunEnvironment(
                "v1", 1, new Sandbox.Description("process", "", "17", false, Limits.STANDARD)),
            SampleSpecs.of("submissions"));
    List<SubmissionResult> all =
        List.of(
            SampleResults.submission("kim", SampleResults.lab("lab01", Verdict.PASSED)),
            SampleResults.submission("lee", SampleResults.lab("lab01", Verdict.NOT_GRADED)));
    for (SubmissionResult each : all) {
      gradebook.record(each, new Submission(each.id(), Map.of(), List.of()));
    }
    gradebook.table(all);
  }

  @ParameterizedTest
  @CsvSource({"canvas,canvas.csv", "moodle,moodle.csv", "junit,junit.xml", "markdown,summary.md"})
  void each_format_says_what_it_wrote_and_who_has_no_mark(String format, String file) {
    Run run = export("--format", format);
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Written to " + results.resolve("export").resolve(file) + "\n")
        .contains("\n1 of 2 have no mark, because they were not graded: lee\n");
    assertThat(results.resolve("export").resolve(file)).exists();
  }

  @Test
  void another_folder_can_be_named() {
    Path to = temp.resolve("a/b");
    Run run = export("--format", "canvas", "--to", to.toString(), "--column", "lab01=Lab, 1");
    assertThat(run.out()).startsWith("Written to " + to.resolve("canvas.csv") + "\n");
    assertThat(to.resolve("canvas.csv"))
        .hasContent(
            """
            Student,ID,SIS User ID,SIS Login ID,Section,"Lab, 1"
                Points Possible,,,,,12
            kim,,,kim,,12
            lee,,,lee,,
            """);
  }

  @Test
  void what_cannot_be_used_is_one_line() throws Exception {
    assertRefused(export(), "Missing required option: '--format=FORMAT'");
    assertRefused(
        export("--format", "excel"),
        "--format excel: give canvas, moodle, blackboard, brightspace, gradescope, junit or markdown");
    assertRefused(
        export("--format", "blackboard"),
        "--format blackboard needs --like FILE, with the gradebook that you exported there");
    assertRefused(export("--format", "junit", "--lab", "lab09"), "no results of lab09; there are");
    assertRefused(export("--format", "junit", "--column", "lab01=x"), "--column is for --format");
    assertRefused(export("--format", "junit", "--like", "x.csv"), "--like is for --format");
    assertRefused(export("--format", "moodle", "--like", "x.csv"), "x.csv cannot be read");
    Path file = Files.writeString(temp.resolve("file"), "");
    assertRefused(
        export("--format", "junit", "--to", file.toString()), "cannot write to " + file + ": ");
    assertRefused(
        Run.of("export", "--format", "junit", "--out", temp.resolve("none").toString()),
        "none contains no results; run grade first");
    assertRefused(
        export("--format", "gradescope"),
        "--format gradescope needs submissions that Gradescope exported; none of these has a");
    Files.delete(results.resolve("run.json"));
    assertRefused(
        export("--format", "junit"),
        "the run into "
            + results
            + " has not ended; run the same grade command again to continue it");
  }

  private Run export(String... more) {
    List<String> args = new ArrayList<>(List.of("export", "--out", results.toString()));
    args.addAll(List.of(more));
    return Run.of(args.toArray(String[]::new));
  }

  private static void assertRefused(Run run, String why) {
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains(why);
  }
}
