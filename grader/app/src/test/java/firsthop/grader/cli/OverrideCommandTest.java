package firsthop.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.control.Verdict;
import firsthop.grader.files.FolderLock;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.gradebook.ResultsFolder;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.regrade.GradedSamples;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverrideCommandTest {
  @TempDir private Path folder;

  @BeforeEach
  void grade() throws Exception {
    List<SubmissionResult> results =
        List.of(
            GradedSamples.submission(
                "kim",
                GradedSamples.test("a", 4, Verdict.PASSED),
                GradedSamples.test("b", 8, Verdict.FAILED)),
            GradedSamples.submission("lee", GradedSamples.test("a", 4, Verdict.NOT_GRADED)));
    Gradebook gradebook =
        Gradebook.open(
            folder,
            new RunEnvironment(
                "v1", 1, new Sandbox.Description("process", "", "17", false, Limits.STANDARD)),
            SampleSpecs.of("submissions"));
    for (SubmissionResult result : results) {
      gradebook.record(result, new Submission(result.id(), Map.of(), List.of()));
    }
    gradebook.table(results);
  }

  @Test
  void a_word_counts_at_once_in_every_file_and_can_be_taken_back() throws Exception {
    Run given = override("kim", "1.1", "10", "--reason", "the test was wrong");
    assertThat(given.code()).isZero();
    assertThat(given.out().lines())
        .containsExactly("kim 1.1: 4 -> 10; total: 4/12 -> 10/12", reported());
    assertThat(folder.resolve("grades.csv")).content().contains("kim,,10,10,12,10,1.1: 10,graded");
    assertThat(folder.resolve("submissions/kim/feedback.md"))
        .content()
        .contains("**10 of 12 points**", "the test was wrong");
    assertThat(folder.resolve("submissions/kim/result.json"))
        .content()
        .contains("the test was wrong");
    try (Stream<Path> pages = Files.list(folder.resolve("report/submissions"))) {
      assertThat(pages.filter(page -> page.getFileName().toString().startsWith("kim")))
          .singleElement()
          .satisfies(page -> assertThat(page).content().contains("the test was wrong"));
    }
    Run back = override("kim", "1.1", "--remove");
    assertThat(back.out().lines())
        .containsExactly("kim 1.1: 10 -> 4; total: 10/12 -> 4/12", reported());
    assertThat(folder.resolve("grades.csv")).content().contains("kim,,4,4,12,4,,graded");
  }

  @Test
  void what_was_not_graded_gets_a_mark_by_it() throws Exception {
    assertThat(override("lee", "1.1", "3", "--reason", "seen").out().lines())
        .containsExactly("lee 1.1: not graded -> 3; total: - -> 3/4", reported());
    assertThat(folder.resolve("grades.csv")).content().contains("lee,,3,3,4,3,1.1: 3,not graded");
  }

  @Test
  void those_that_hold_are_listed_and_steer_no_terminal() {
    assertThat(override("--list").out().lines()).containsExactly("There are no overrides.");
    override("kim", "1.1", "0", "--reason", "a\n\u001B[2Jb");
    assertThat(override("--list").out().lines())
        .singleElement()
        .asString()
        .startsWith("kim 1.1: 0, given 2")
        .endsWith("Z: a ?[2Jb");
  }

  @Test
  void what_makes_no_sense_is_one_line_and_changes_nothing() throws Exception {
    String before = Files.readString(folder.resolve("grades.csv"));
    assertRefused("there is no submission choi; there are kim, lee", "choi", "1.1", "1");
    assertRefused("there is no exercise 9.9; there are 1.1", "kim", "9.9", "1");
    assertRefused("13 points for 1.1: give 0 to 12", "kim", "1.1", "13", "--reason", "x");
    assertRefused(
        "11.5 points: give a whole number of points", "kim", "1.1", "11.5", "--reason", "x");
    assertRefused("give a reason: --reason \"...\"", "kim", "1.1", "1");
    assertRefused("give the points: 0 to 12, or --remove", "kim", "1.1");
    assertRefused("name a submission and an exercise", "kim");
    assertRefused("there is no override for kim 1.1", "kim", "1.1", "--remove");
    assertRefused("with --remove, give neither points", "kim", "1.1", "1", "--remove");
    assertRefused("with --list, only --out may be given", "kim", "--list");
    assertThat(folder.resolve("grades.csv")).content().isEqualTo(before);
    assertThat(folder.resolve("overrides.json")).doesNotExist();
  }

  @Test
  void a_word_on_who_is_gone_can_be_taken_back() throws Exception {
    Overrides.NONE.with(new PointsOverride("12349", "1.1", 3, "seen", Instant.EPOCH)).write(folder);
    Run back = override("12349", "1.1", "--remove");
    assertThat(back.code()).isZero();
    assertThat(back.out().lines())
        .containsExactly("12349 1.1: removed; this submission has no result now");
    assertThat(override("--list").out().lines()).containsExactly("There are no overrides.");
  }

  @Test
  void where_there_are_no_results_that_is_said_and_nothing_is_left() throws Exception {
    Path none = folder.resolve("nosuch");
    for (String[] words : new String[][] {{"--list"}, {"kim", "1.1", "1", "--reason", "x"}}) {
      List<String> all = new ArrayList<>(List.of("override", "--out", none.toString()));
      all.addAll(List.of(words));
      Run run = Run.of(all.toArray(String[]::new));
      assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
      assertThat(run.err()).contains(none + " contains no results; run grade first");
    }
    assertThat(none).doesNotExist();
  }

  @Test
  void while_another_run_writes_nothing_changes() throws Exception {
    try (FolderLock other = ResultsFolder.lock(folder)) {
      assertRefused("another run writes to " + other.folder(), "kim", "1.1", "10", "--reason", "x");
    }
    assertThat(folder.resolve("overrides.json")).doesNotExist();
  }

  @Test
  void a_word_outlives_files_that_could_not_be_written() throws Exception {
    Files.delete(folder.resolve("grades.csv"));
    Files.createDirectories(folder.resolve("grades.csv/in the way"));
    Run failed = override("kim", "1.1", "10", "--reason", "x");
    assertThat(failed.code()).isEqualTo(Main.NOT_GRADED);
    assertThat(failed.err()).contains("run the same command again");
    Files.delete(folder.resolve("grades.csv/in the way"));
    Files.delete(folder.resolve("grades.csv"));
    assertThat(override("kim", "1.1", "10", "--reason", "x").code()).isZero();
    assertThat(folder.resolve("grades.csv")).content().contains("kim,,10,10,12,10,1.1: 10,graded");
  }

  private void assertRefused(String why, String... words) {
    Run run = override(words);
    assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).singleElement().asString().contains(why);
  }

  private String reported() {
    return "Report: " + folder.resolve("report/index.html");
  }

  private Run override(String... words) {
    List<String> all = new ArrayList<>(List.of("override", "--out", folder.toString()));
    all.addAll(List.of(words));
    return Run.of(all.toArray(String[]::new));
  }
}
