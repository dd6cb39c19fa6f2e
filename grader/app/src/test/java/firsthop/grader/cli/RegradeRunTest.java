package firsthop.grader.cli;

import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.grading.GradingSamples.submission;
import static firsthop.grader.grading.SamplePlan.PATIENT;
import static firsthop.grader.grading.SamplePlan.PLAN;
import static firsthop.grader.grading.ScriptedSandbox.decided;
import static firsthop.grader.grading.ScriptedSandbox.passAll;
import static firsthop.grader.grading.ScriptedSandbox.saysAnywhere;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.grading.Grading;
import firsthop.grader.grading.ScriptedSandbox;
import firsthop.grader.grading.ScriptedSandbox.EndOfProcess;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.submission.Submission;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RegradeRunTest {
  private static final TestKey TWO = new TestKey("1.1", "two");
  private static final List<Submission> CLASS =
      List.of(submission("kim", "good"), submission("lee", "sloppy"), submission("park", "good"));

  /** Its test two is one that sloppy code fails. */
  private final ScriptedSandbox stricter =
      new ScriptedSandbox(PLAN)
          .examining(
              (examiner, request, grader) -> {
                if (saysAnywhere(request, "sloppy")) {
                  grader.say(decided(TWO, Verdict.FAILED));
                }
                passAll(request, grader);
              });

  /** On it nothing of park's can be graded, nor the reference. */
  private final ScriptedSandbox bad =
      new ScriptedSandbox(PLAN)
          .examining(
              (examiner, request, grader) -> {
                if (!saysAnywhere(request, "sloppy")) {
                  throw new EndOfProcess();
                }
                grader.say(decided(TWO, Verdict.FAILED));
                passAll(request, grader);
              });

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private int benches;

  @Test
  void where_nothing_has_changed_nothing_is_graded_or_written() throws Exception {
    grade();
    Map<String, String> before = files();
    assertThat(regrade(stricter, "v1", CLASS, false)).isEqualTo(Main.DONE);
    assertThat(benches).isZero();
    assertThat(err.toString()).startsWith("Nothing is graded again: the exam, the image");
    assertThat(out.toString().lines()).containsExactly("No mark of 3 changes.");
    assertThat(files()).isEqualTo(before);
  }

  @Test
  void a_changed_exam_shows_whose_marks_change_and_changes_none() throws Exception {
    grade();
    Map<String, String> before = files();
    assertThat(regrade(stricter, "v2", CLASS, false)).isEqualTo(Main.DONE);
    assertThat(out.toString().lines())
        .containsExactly(
            "lee: 12/16 -> 8/16 (-4)",
            "  1.1 two: passed -> failed (-4)",
            "1 of 3 marks changes: 0 up, 1 down.",
            "Nothing is written yet. To write the changes:",
            "  ./firsthop regrade --out " + folder + " --accept");
    Map<String, String> after = files();
    assertThat(after.keySet().removeIf(file -> file.startsWith("regrade/"))).isTrue();
    assertThat(after).isEqualTo(before);
  }

  @Test
  void what_is_accepted_is_written_and_not_graded_twice() throws Exception {
    grade();
    regrade(stricter, "v2", CLASS, false);
    out.getBuffer().setLength(0);
    assertThat(regrade(stricter, "v2", CLASS, true)).isEqualTo(Main.DONE);
    assertThat(benches).isEqualTo(1);
    assertThat(out.toString()).startsWith("lee: 12/16 -> 8/16 (-4)").contains("Written to ");
    assertThat(folder.resolve("grades.csv"))
        .content()
        .contains("kim,,12,12,16,12,,graded", "lee,,8,8,16,8,,graded", "park,,12,12,16,12,,graded");
    assertThat(folder.resolve("regrade")).doesNotExist();
    regrade(stricter, "v2", CLASS, false);
    assertThat(benches).as("what was accepted is kept").isEqualTo(1);
  }

  @Test
  void an_instructors_word_stays() throws Exception {
    grade();
    Overrides.NONE.with(new PointsOverride("lee", "1.1", 11, "seen", Instant.EPOCH)).write(folder);
    regrade(stricter, "v2", CLASS, true);
    assertThat(out.toString().lines().limit(4))
        .containsExactly(
            "lee: 11/16, as before",
            "  1.1 two: passed -> failed (-4)",
            "  1.1 still counts 11 points, because of an override",
            "No mark of 3 changes.");
    assertThat(folder.resolve("grades.csv")).content().contains("lee,,11,11,16,11,1.1: 11,graded");
  }

  @Test
  void who_handed_in_other_files_keeps_the_mark_and_is_named() throws Exception {
    grade();
    List<Submission> now =
        List.of(submission("kim", "sloppy"), submission("lee", "sloppy"), submission("new", "x"));
    assertThat(regrade(stricter, "v2", now, true)).isEqualTo(Main.DONE);
    assertThat(out.toString())
        .contains(
            "kim: its files have changed; it keeps its mark until you run grade",
            "park: its files are gone; it keeps its mark",
            "new: is new; run grade to grade it");
    assertThat(folder.resolve("grades.csv"))
        .content()
        .contains("kim,,12,", "lee,,8,", "park,,12,")
        .doesNotContain("new");
  }

  @Test
  void what_the_machine_failed_at_keeps_its_mark_and_is_tried_again() throws Exception {
    grade();
    assertThat(regrade(bad, "v2", List.of(CLASS.get(1), CLASS.get(2)), true))
        .isEqualTo(Main.NOT_GRADED);
    assertThat(out.toString())
        .contains("park: lab01: not graded: ", "./firsthop regrade --out " + folder + " --accept");
    assertThat(folder.resolve("grades.csv")).content().contains("park,,12,12,16,12,,graded");
    err.getBuffer().setLength(0);
    assertThat(regrade(stricter, "v2", CLASS, true)).isEqualTo(Main.DONE);
    assertThat(err.toString())
        .as("what was graded is not graded again")
        .contains("kim: 12 of 16", "park: 12 of 16")
        .doesNotContain("lee");
  }

  @Test
  void an_acceptance_that_was_cut_short_is_completed_by_the_next() throws Exception {
    grade();
    Path inTheWay = folder.resolve("submissions/park/feedback.md");
    Files.delete(inTheWay);
    Files.createDirectories(inTheWay.resolve("x"));
    assertThatExceptionOfType(MachineFaultException.class)
        .isThrownBy(() -> regrade(stricter, "v2", CLASS, true))
        .withMessageContaining("run it again: ./firsthop regrade --out " + folder + " --accept");
    assertThat(folder.resolve("grades.csv")).content().contains("lee,,12,");
    assertThat(score("lee")).isEqualTo(8);
    Files.delete(inTheWay.resolve("x"));
    Files.delete(inTheWay);
    assertThat(regrade(stricter, "v2", CLASS, true)).isEqualTo(Main.DONE);
    assertThat(benches).isEqualTo(1);
    assertThat(folder.resolve("grades.csv")).content().contains("lee,,8,8,16,8,,graded");
    assertThat(inTheWay).isRegularFile();
  }

  @Test
  void of_many_changes_each_test_is_told_once_more_with_how_many_it_met() throws Exception {
    List<Submission> two = List.of(submission("a", "sloppy"), submission("b", "sloppy"));
    grade(two);
    regrade(stricter, "v2", two, false);
    assertThat(out.toString())
        .contains(
            "These tests caused the changes:\n    2 x 1.1 two: passed -> failed (-4)\n2 of 2 marks change");
  }

  private int score(String id) throws Exception {
    return StoredRun.read(folder).graded().stream()
        .filter(result -> result.id().equals(id))
        .mapToInt(SubmissionResult::score)
        .sum();
  }

  private void grade() throws Exception {
    grade(CLASS);
  }

  private void grade(List<Submission> submissions) throws Exception {
    ScriptedSandbox sandbox = new ScriptedSandbox(PLAN);
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    try (Grading grading = new Grading(sandbox, 1, 0, PATIENT)) {
      new GradeRun(
              grading,
              folder,
              new RunEnvironment("v1", 1, sandbox.describe()),
              SampleSpecs.of("submissions"),
              nowhere,
              nowhere)
          .grade(submissions, List.of(LAB01), false);
    }
  }

  private int regrade(
      ScriptedSandbox sandbox, String exam, List<Submission> submissions, boolean accept)
      throws Exception {
    return new RegradeRun(
            StoredRun.read(folder),
            folder,
            new RunEnvironment(exam, 1, sandbox.describe()),
            () -> {
              benches++;
              return new Grading(sandbox, 1, 0, PATIENT);
            },
            new PrintWriter(out, true),
            new PrintWriter(err, true))
        .regrade(submissions, List.of(LAB01), accept);
  }

  private Map<String, String> files() throws Exception {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(folder.relativize(file).toString(), Files.readString(file));
      }
    }
    return files;
  }
}
