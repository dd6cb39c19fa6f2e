package firsthop.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.course.MadeUpCheckout;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the program says to input that it cannot use: one line, and never a stack trace. */
@Timeout(120)
class MainTest {
  @TempDir Path temp;
  private String homeBefore;
  private Path submissions;
  private Path out;

  @BeforeEach
  void makeUpACheckout() throws Exception {
    Path home = Files.createDirectory(temp.resolve("home"));
    MadeUpCheckout.at(home).built();
    homeBefore = System.getProperty(Installation.HOME_PROPERTY);
    System.setProperty(Installation.HOME_PROPERTY, home.toString());
    submissions = temp.resolve("submissions");
    Files.createDirectories(submissions.resolve("kim"));
    Files.writeString(
        submissions.resolve("kim/MyCodec.java"), "package firsthop.addresses; class MyCodec {}");
    out = temp.resolve("out");
  }

  @AfterEach
  void putBack() {
    if (homeBefore == null) {
      System.clearProperty(Installation.HOME_PROPERTY);
    } else {
      System.setProperty(Installation.HOME_PROPERTY, homeBefore);
    }
  }

  @Test
  void a_command_that_there_is_not() {
    assertRefused(
        Run.of("grad", "examples"),
        "there is no command grad; there are grade, regrade, override,");
  }

  @Test
  void what_is_refused_leaves_nothing_behind() {
    assertRefused(grade(submissions, "--sandbox", "none"), "--sandbox none: give");
    assertThat(out).doesNotExist();
  }

  @Test
  void another_class_does_not_take_the_place_of_one() throws Exception {
    Gradebook.open(
            out,
            new RunEnvironment(
                "v1", 1, new Sandbox.Description("process", "", "17", false, Limits.STANDARD)),
            SampleSpecs.of("others"))
        .table(
            List.of(SampleResults.submission("lee", SampleResults.lab("lab01", Verdict.PASSED))));
    assertRefused(
        grade(submissions),
        out
            + " contains the results of "
            + Path.of("others").toAbsolutePath()
            + ", and none of its");
  }

  @Test
  void no_such_folder() {
    Path nowhere = temp.resolve("nowhere");
    assertRefused(
        grade(nowhere),
        nowhere + ": there is no such file or folder; give a folder or an archive (zip, tar");
  }

  @Test
  void a_language_that_there_is_not() throws Exception {
    Path yaml = Files.writeString(temp.resolve("course.yaml"), "language: kr\n");
    assertRefused(
        grade(submissions, "--settings", yaml.toString()),
        yaml + ": language: expected en or ko, not kr");
    assertThat(out).doesNotExist();
  }

  @Test
  void an_empty_folder() throws Exception {
    Path empty = Files.createDirectory(temp.resolve("empty"));
    assertRefused(
        grade(empty),
        empty + " contains no submissions; expected a folder or an archive for each submission");
  }

  @Test
  void a_file() {
    assertRefused(
        grade(submissions.resolve("kim/MyCodec.java")),
        "MyCodec.java is neither a folder nor an archive; give");
  }

  @Test
  void a_roster_that_is_none() throws Exception {
    Path roster = Files.writeString(temp.resolve("roster.csv"), "name\nKim\n");
    assertRefused(
        grade(submissions, "--roster", roster.toString()),
        roster
            + ", row 1: expected columns such as id,person,group; a column such as id is required");
  }

  @Test
  void the_first_line_says_how_the_path_is_read() throws Exception {
    Files.writeString(submissions.resolve("li\nne.zip"), "no zip");
    assertThat(grade(submissions).err().lines())
        .startsWith(
            submissions + " is read as 1 folder and 1 archive",
            "li ne: li ne.zip is not read: it is not an archive of a supported kind (zip, tar,"
                + " tar.gz, tar.bz2, tar.xz, 7z)");
  }

  @Test
  void an_unknown_lab() {
    assertRefused(grade(submissions, "--lab", "lab99"), "there is no lab99; there are lab01");
  }

  @Test
  void an_out_folder_that_cannot_be_written() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertRefused(
        grade(submissions, "--out", file.toString()), file + " is not a folder; name another with");
    assertRefused(
        grade(submissions, "--out", file + "/x"), file + " is not a folder; name another with");
  }

  @ParameterizedTest
  @ValueSource(strings = {"regrade", "override kim 1.1 1 --reason x", "replay kim"})
  void a_folder_without_results(String command) {
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--out", submissions.toString()));
    assertRefused(
        Run.of(words.toArray(String[]::new)),
        submissions + " contains no results; run grade first, or name its --out folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regrade",
        "override kim 1.1 1 --reason x",
        "replay kim",
        "report",
        "export --format junit"
      })
  void results_of_another_version(String command) throws Exception {
    Files.createDirectories(out.resolve("submissions"));
    Files.writeString(
        out.resolve("run.json"),
        """
        {"title": "", "directory": "/course", "arguments": ["submissions", "--lab", "lab01"]}
        """);
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--out", out.toString()));
    assertRefused(
        Run.of(words.toArray(String[]::new)),
        "the results in "
            + out
            + " cannot be read: run.json: it was written by another version of firsthop; run grade"
            + " again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"regrade", "replay kim"})
  void results_of_a_lab_that_the_course_has_no_more(String command) throws Exception {
    keep(SampleSpecs.in(SampleSpecs.of(submissions.toString()), "lab01", "lab09"));
    List<String> words = new ArrayList<>(List.of(command.split(" ")));
    words.addAll(List.of("--out", out.toString()));
    assertRefused(Run.of(words.toArray(String[]::new)), "there is no lab09; there are lab01");
  }

  @Test
  void results_of_submissions_that_have_moved_away() throws Exception {
    Path moved = temp.resolve("moved");
    keep(SampleSpecs.of(moved.toString()));
    assertRefused(
        Run.of("regrade", "--out", out.toString()),
        moved + ": there is no such file or folder; give a folder");
  }

  private void keep(RunSpec spec) throws Exception {
    RunEnvironment made =
        new RunEnvironment(
            "v1", 1, new Sandbox.Description("process", "", "17", false, Limits.STANDARD));
    Gradebook gradebook = Gradebook.open(out, made, spec);
    SubmissionResult kim =
        SampleResults.submission("kim", SampleResults.lab("lab01", Verdict.PASSED));
    gradebook.record(kim, new Submission("kim", Map.of(), List.of()));
    gradebook.table(List.of(kim));
  }

  @Test
  void an_unknown_sandbox() {
    assertRefused(
        grade(submissions, "--sandbox", "none"), "--sandbox none: give docker or process");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "251"})
  void a_number_of_benches_that_makes_no_sense(String jobs) {
    assertRefused(grade(submissions, "--jobs", jobs), "--jobs " + jobs + ": give 1 to 250");
  }

  @Test
  void a_number_that_is_none() {
    assertRefused(
        grade(submissions, "--jobs", "many"), "'many' is not an int (try firsthop grade --help)");
  }

  @Test
  void an_unknown_option_and_an_unknown_command() {
    assertRefused(
        Run.of("grade", "--quick", "x"), "Unknown option: '--quick' (try firsthop grade --help)");
    assertRefused(Run.of("graed", "x"), "(try firsthop --help)");
    assertRefused(Run.of("grade"), "Missing required parameter: 'PATH'");
    assertRefused(Run.of("handout"), "Missing required parameter: 'DIR'");
  }

  @Test
  void a_checkout_that_is_not_built() throws Exception {
    Path home = Files.createDirectory(temp.resolve("unbuilt"));
    MadeUpCheckout.at(home);
    System.setProperty(Installation.HOME_PROPERTY, home.toString());
    assertRefused(grade(submissions), "firsthop is not built: run ./firsthop, or mvn package");
  }

  @Test
  void a_handout_to_a_folder_that_cannot_be_written() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertRefused(Run.of("handout", file.toString()), file + " is a file; name a folder");
    assertRefused(
        Run.of("handout", file + "/x/y"), "cannot write the handout to " + file + "/x/y: ");
  }

  @Test
  void a_report_of_no_run() {
    assertRefused(
        Run.of("report", "--out", out.toString()),
        out + " contains no results; run grade first, or name its --out folder");
  }

  @Test
  void a_handout_says_how_to_try_it() {
    Run run = Run.of("handout", out.toString());
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .startsWith("Wrote 19 files to " + out)
        .contains("cd " + out + " && mvn test");
  }

  @Test
  void a_machine_that_grades_nobody_is_one_line_too() {
    Run run = grade(submissions);
    assertThat(run.code()).isEqualTo(Main.NOT_GRADED);
    assertOneLine(run, "the examiner's process ended");
    assertThat(out.resolve("grades.csv"))
        .as("no marks at all rather than wrong ones")
        .doesNotExist();
  }

  private Run grade(Path folder, String... more) {
    List<String> args =
        new ArrayList<>(
            List.of("grade", folder.toString(), "--sandbox", "process", "--out", out.toString()));
    for (int i = 0; i < more.length; i += 2) {
      int before = args.indexOf(more[i]);
      if (before >= 0) {
        args.set(before + 1, more[i + 1]);
      } else {
        args.addAll(List.of(more[i], more[i + 1]));
      }
    }
    return Run.of(args.toArray(String[]::new));
  }

  private static void assertRefused(Run run, String why) {
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertOneLine(run, why);
  }

  /** The line that says how PATH is read is not an error. */
  private static void assertOneLine(Run run, String why) {
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines().filter(line -> !line.contains(" is read as ")))
        .singleElement()
        .asString()
        .startsWith("firsthop: ")
        .contains(why)
        .doesNotContain("\tat ");
  }
}
