package firsthop.grader.cli;

import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.grading.GradingSamples.submission;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static firsthop.grader.grading.ScriptedSandbox.saysAnywhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.files.FileTree;
import firsthop.grader.grading.Grading;
import firsthop.grader.grading.ScriptedSandbox;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import firsthop.grader.intake.Folder;
import firsthop.grader.intake.IntakeRun;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.submission.Submission;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GradeRunTest {
  private final ScriptedSandbox good = new ScriptedSandbox(PLAN);

  /** On it nothing can be graded, not even the reference. */
  private final ScriptedSandbox bad =
      new ScriptedSandbox(PLAN)
          .examining(
              (examiner, request, grader) -> {
                if (!saysAnywhere(request, "quick")) {
                  throw new EndOfProcess();
                }
                passAll(request, grader);
              });

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private boolean fresh;

  @Test
  void a_run_that_graded_all_ends_with_0_and_shows_where_the_marks_are() throws Exception {
    assertThat(run(good, "kim", "lee")).isEqualTo(Main.DONE);
    assertThat(out.toString().lines())
        .containsExactly(
            "submission  lab01  total  status",
            "kim         12/16  12/16  graded",
            "lee         12/16  12/16  graded",
            "Written to " + folder.resolve("grades.csv") + " and " + folder.resolve("submissions"),
            "Report: " + folder.resolve("report/index.html"));
    assertThat(err.toString().lines())
        .containsExactly("1/2 kim: 12 of 16, graded", "2/2 lee: 12 of 16, graded");
    assertThat(folder.resolve("grades.csv")).exists();
  }

  @Test
  void a_run_in_which_the_machine_failed_ends_with_3_and_keeps_the_others_marks() throws Exception {
    assertThat(run(bad, "slow", "quick")).isEqualTo(Main.NOT_GRADED);
    assertThat(out.toString())
        .contains("slow            -      -  not graded")
        .contains("quick       12/16  12/16  graded")
        .contains("slow: lab01: not graded: the examiner's process ended")
        .endsWith(
            "1 not graded because of the machine. To try these again:\n"
                + "  ./firsthop grade x\n");
    assertThat(folder.resolve("grades.csv"))
        .content()
        .contains("slow,,,,,,,not graded", "quick,,12,12,16,12,,graded");
  }

  @Test
  void a_result_that_cannot_be_kept_is_not_graded_and_said() throws Exception {
    Files.createDirectories(folder.resolve("submissions/kim/feedback.md/in the way"));
    assertThat(run(good, "kim", "lee")).isEqualTo(Main.NOT_GRADED);
    assertThat(out.toString())
        .contains("kim: lab01: not graded: its result could not be saved: ")
        .contains("lee         12/16  12/16  graded");
    assertThat(folder.resolve("grades.csv")).content().contains("kim,,,,,,,not graded");
  }

  @Test
  void the_table_is_shown_even_where_it_cannot_be_written() throws Exception {
    Files.createDirectories(folder.resolve("grades.csv/in the way"));
    assertThatExceptionOfType(MachineFaultException.class)
        .isThrownBy(() -> run(good, "kim"))
        .withMessageStartingWith("cannot write " + folder.resolve("grades.csv") + ": ");
    assertThat(out.toString()).contains("kim         12/16  12/16  graded");
    assertThat(folder.resolve("submissions/kim/result.json")).exists();
  }

  @Test
  void a_report_that_cannot_be_written_is_said_and_costs_no_mark() throws Exception {
    Files.writeString(folder.resolve("report"), "in the way");
    assertThat(run(good, "kim")).isEqualTo(Main.DONE);
    assertThat(out.toString().lines())
        .last()
        .asString()
        .startsWith("The report could not be written: ")
        .endsWith("; the marks are kept. Repair this, then run: ./firsthop report --out " + folder);
    assertThat(folder.resolve("grades.csv")).content().contains("kim,,12,12,16,12,,graded");
  }

  @Test
  void the_report_is_written_anew_from_what_the_run_kept() throws Exception {
    run(bad, "slow", "quick");
    Path index = folder.resolve("report/index.html");
    String before = Files.readString(index);
    FileTree.delete(folder.resolve("report"));
    Run again = Run.of("report", "--out", folder.toString());
    assertThat(again.code()).isZero();
    assertThat(again.out().lines()).containsExactly("Report: " + index);
    assertThat(index).content().isEqualTo(before).contains("./firsthop grade x");
  }

  @Test
  void a_second_run_grades_only_what_the_first_has_not_decided() throws Exception {
    run(bad, "slow", "quick");
    err.getBuffer().setLength(0);
    out.getBuffer().setLength(0);
    assertThat(run(good, "slow", "quick", "late")).isEqualTo(Main.DONE);
    assertThat(err.toString().lines())
        .containsExactly(
            "1 of 3 results are kept from an earlier run (--fresh grades all again)",
            "2/3 slow: 12 of 16, graded",
            "3/3 late: 12 of 16, graded");
    assertThat(out.toString().lines().limit(4))
        .containsExactly(
            "submission  lab01  total  status",
            "slow        12/16  12/16  graded",
            "quick       12/16  12/16  graded",
            "late        12/16  12/16  graded");
  }

  @Test
  void fresh_grades_all_again() throws Exception {
    run(good, "kim");
    err.getBuffer().setLength(0);
    fresh = true;
    run(good, "kim");
    assertThat(err.toString().lines()).containsExactly("1/1 kim: 12 of 16, graded");
  }

  @Test
  void the_choice_among_copies_is_on_the_terminal_in_the_feedback_and_in_the_report(
      @TempDir Path handedIn) throws Exception {
    new Folder(handedIn)
        .with("kim/v1/MyCodec.java", IntakeRun.CODEC_SOURCE + "// 1")
        .with("kim/v2/MyCodec.java", IntakeRun.CODEC_SOURCE);
    IntakeRun read = IntakeRun.from(handedIn);
    run(good, read.submissions());
    String choice =
        "there are different copies of MyCodec: v2/MyCodec.java is graded, because its number is the"
            + " highest; left out: v1/MyCodec.java";
    assertThat(read.output()).contains("kim: " + choice);
    assertThat(folder.resolve("submissions/kim/feedback.md")).content().contains("    " + choice);
    try (Stream<Path> pages = Files.list(folder.resolve("report/submissions"))) {
      assertThat(pages.filter(page -> page.toString().endsWith(".html")).toList())
          .singleElement()
          .satisfies(page -> assertThat(page).content().contains(">" + choice + "<"));
    }
  }

  private int run(ScriptedSandbox sandbox, String... ids) throws Exception {
    return run(sandbox, Stream.of(ids).map(id -> submission(id, id)).toList());
  }

  private int run(ScriptedSandbox sandbox, List<Submission> submissions) throws Exception {
    RunEnvironment info = new RunEnvironment("v1", 1, sandbox.describe());
    try (Grading grading = new Grading(sandbox, 1, 0, PATIENT)) {
      return new GradeRun(
              grading,
              folder,
              info,
              SampleSpecs.of("x"),
              new PrintWriter(out),
              new PrintWriter(err))
          .grade(submissions, List.of(LAB01), fresh);
    }
  }
}
