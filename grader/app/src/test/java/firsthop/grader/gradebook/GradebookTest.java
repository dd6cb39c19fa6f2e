package firsthop.grader.gradebook;

import static firsthop.grader.gradebook.SampleResultSet.graded;
import static firsthop.grader.gradebook.SampleResultSet.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.Verdict;
import firsthop.grader.files.FolderLock;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.MarkingPolicy;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.SampleSpecs;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.AccountOwner;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradebookTest {
  private static final RunEnvironment RUN =
      new RunEnvironment(
          "v1", 1, new Sandbox.Description("process", "", "17", false, Limits.STANDARD));

  private static final RunSpec ASKED =
      SampleSpecs.of(
          "submissions",
          "Networks",
          new MarkingPolicy(
              new MarkRules(
                  new DueDates(
                      Map.of("lab01", Instant.parse("2026-10-01T14:59:00Z")),
                      Map.of("kim", Map.of("lab01", Instant.parse("2026-10-03T14:59:00Z")))),
                  new LateRule(new BigDecimal("10"), Duration.ofMinutes(15), new BigDecimal("50")),
                  Map.of("lab02", new BigDecimal("0.5")),
                  Overrides.NONE),
              FeedbackLevel.SCORE,
              FeedbackLanguage.ENGLISH),
          "lab01");
  private static final List<String> LABS = List.of("lab01");
  private static final Submission HANDED_IN = SampleResultSet.handedIn("kim", "class MyCodec {}");

  @TempDir Path temp;

  @Test
  void a_run_leaves_these_files_and_no_others() throws Exception {
    Path out = temp.resolve("new/grades");
    SubmissionResult kim = passed("kim");
    ResultsFolder.check(out);
    Gradebook gradebook = Gradebook.open(out, RUN, ASKED);
    gradebook.record(kim, HANDED_IN);
    gradebook.table(List.of(kim));
    assertThat(files(out))
        .containsExactlyInAnyOrder(
            "grades.csv", "run.json", "submissions/kim/feedback.md", "submissions/kim/result.json");
    assertThat(out.resolve("grades.csv")).content().contains("kim,\"Kim, Min\",4,4,4,4,,graded");
  }

  @Test
  void a_later_run_writes_over_an_earlier_one() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    gradebook.record(graded("kim", result("a", Verdict.FAILED, "")), HANDED_IN);
    gradebook.record(passed("kim"), HANDED_IN);
    assertThat(temp.resolve("submissions/kim/feedback.md")).content().contains("**4 of 4 points**");
  }

  @Test
  void what_was_decided_stands_until_something_changes_that_it_depends_on() throws Exception {
    SubmissionResult kim = passed("kim");
    Gradebook.open(temp, RUN, ASKED).record(kim, HANDED_IN);
    assertThat(Gradebook.open(temp, RUN, ASKED).standing(HANDED_IN, LABS)).isEqualTo(kim.labs());
    assertThat(
            Gradebook.open(temp, RUN, ASKED)
                .standing(SampleResultSet.handedIn("kim", "class MyCodec { }"), LABS))
        .as("other files")
        .isEmpty();
    assertThat(
            Gradebook.open(temp, RUN, ASKED)
                .standing(SampleResultSet.handedIn("lee", "class MyCodec {}"), LABS))
        .as("another student's")
        .isEmpty();
    Limits larger = new Limits(256, 384, 700, 1024, 16, 1.0);
    Sandbox.Description usual = RUN.sandbox();
    for (RunEnvironment other :
        List.of(
            new RunEnvironment("v2", 1, usual),
            new RunEnvironment("v1", 2, usual),
            new RunEnvironment(
                "v1", 1, new Sandbox.Description("process", "image", "17", false, usual.limits())),
            new RunEnvironment(
                "v1", 1, new Sandbox.Description("process", "", "17", false, larger)))) {
      assertThat(Gradebook.open(temp, other, ASKED).standing(HANDED_IN, LABS))
          .as("%s", other)
          .isEmpty();
    }
  }

  @Test
  void what_was_not_graded_never_stands() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    gradebook.record(graded("kim", result("a", Verdict.NOT_GRADED, "no engine")), HANDED_IN);
    assertThat(gradebook.standing(HANDED_IN, LABS)).isEmpty();
    assertThat(gradebook.kept("kim")).isPresent();
  }

  @Test
  void a_lab_that_a_later_run_does_not_grade_stays() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    LabResult lab01 = SampleResultSet.lab("lab01", result("a", Verdict.PASSED, ""));
    LabResult lab02 = SampleResultSet.lab("lab02", result("b", Verdict.FAILED, ""));
    gradebook.record(SampleResultSet.submission("kim", lab01, lab02), HANDED_IN);
    LabResult again = SampleResultSet.lab("lab01", result("a", Verdict.FAILED, "this time"));
    gradebook.record(SampleResultSet.submission("kim", again), HANDED_IN);
    assertThat(gradebook.kept("kim").orElseThrow().result().labs()).containsExactly(again, lab02);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"labs\": 7}", "{\"labs\": [{\"id\": 7}]}", "null"})
  void a_result_that_cannot_be_read_is_none(String damaged) throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    gradebook.record(passed("kim"), HANDED_IN);
    Files.writeString(temp.resolve("submissions/kim/result.json"), damaged);
    assertThat(gradebook.kept("kim")).isEmpty();
    assertThat(gradebook.standing(HANDED_IN, LABS)).isEmpty();
  }

  @Test
  void a_run_is_read_back_without_what_lies_beside_it() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    SubmissionResult kim = passed("kim");
    gradebook.record(kim, HANDED_IN);
    gradebook.record(passed("gone"), HANDED_IN);
    gradebook.table(List.of(kim));
    StoredRun run = StoredRun.read(temp);
    assertThat(run.labs()).isEqualTo(LABS);
    assertThat(run.spec()).isEqualTo(ASKED);
    assertThat(run.results().stream().map(StoredResult::result)).containsExactly(kim);
  }

  @Test
  void a_run_is_written_anew_by_other_rules() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    LabResult lab01 = SampleResultSet.lab("lab01", result("a", Verdict.PASSED, ""));
    LabResult lab02 = SampleResultSet.lab("lab02", result("b", Verdict.PASSED, ""));
    SubmissionResult before = SampleResultSet.submission("kim", lab01, lab02);
    gradebook.record(before, HANDED_IN);
    gradebook.table(List.of(before.in(LABS)));
    Overrides.NONE
        .with(new PointsOverride("kim", "1.1", 1, "seen", SampleResultSet.STARTED))
        .write(temp);
    Gradebook.rewrite(temp, StoredRun.read(temp));
    assertThat(temp.resolve("grades.csv"))
        .content()
        .contains("kim,\"Kim, Min\",1,1,4,1,1.1: 1,graded");
    assertThat(temp.resolve("submissions/kim/feedback.md"))
        .content()
        .contains("Your instructor set 1.1 to 1 points");
    assertThat(gradebook.kept("kim").orElseThrow().result())
        .as("the tests' verdicts, those in other labs among them")
        .isEqualTo(before);
  }

  @Test
  void a_submission_is_found_by_its_id_or_by_who_handed_it_in() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    gradebook.record(passed("kim"), HANDED_IN);
    gradebook.table(List.of(passed("kim")));
    StoredRun one = StoredRun.read(temp);
    for (String name : List.of("kim", "Kim, Min", "4711")) {
      assertThat(one.submission(name).result().id()).isEqualTo("kim");
    }
    assertNone(one, "", "there is no submission ; there are kim");
    assertNone(one, "lee", "there is no submission lee; there are kim");
    gradebook.record(passed("kim2"), HANDED_IN);
    gradebook.table(List.of(passed("kim"), passed("kim2")));
    StoredRun two = StoredRun.read(temp);
    assertThat(two.submission("kim2").result().id()).isEqualTo("kim2");
    assertNone(two, "4711", "4711 has more than one submission; there are kim, kim2");
    assertNone(two, "IM2", "there is no submission IM2; there are kim2");
  }

  @Test
  void a_number_that_may_be_a_groups_finds_no_submission_and_both_forms_of_a_name_do()
      throws Exception {
    SubmissionResult team = of("Group 3_77", "Group 3", "77", AccountOwner.UNKNOWN);
    SubmissionResult hong =
        of("hong", Normalizer.normalize("홍길동", Normalizer.Form.NFD), "5", AccountOwner.PERSON);
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    gradebook.record(team, HANDED_IN);
    gradebook.record(hong, HANDED_IN);
    gradebook.table(List.of(team, hong));
    StoredRun run = StoredRun.read(temp);
    assertNone(run, "77", "there is no submission 77; there are Group 3_77");
    assertThat(run.submission("Group 3").result()).isEqualTo(team);
    assertThat(run.submission("홍길동").result()).isEqualTo(hong);
    assertThat(run.submission("5").result()).isEqualTo(hong);
  }

  private static SubmissionResult of(String id, String person, String number, AccountOwner owner) {
    SubmissionResult passed = passed(id);
    return new SubmissionResult(
        id,
        passed.digest(),
        passed.labs(),
        passed.notices(),
        passed.started(),
        passed.millis(),
        new SubmissionOrigin("Moodle", person, number, Optional.empty(), false, owner));
  }

  @Test
  void in_some_labs_alone_the_machines_fault_in_others_does_not_count() {
    LabResult good = SampleResultSet.lab("lab01", result("a", Verdict.PASSED, ""));
    LabResult lost = SampleResultSet.lab("lab02", result("b", Verdict.NOT_GRADED, ""));
    SubmissionResult both = SampleResultSet.submission("kim", good, lost);
    assertThat(both.in(LABS).status()).isEqualTo(SubmissionStatus.GRADED);
    assertThat(both.in(LABS).labs()).containsExactly(good);
    assertThat(both.in(List.of("lab02")).status()).isEqualTo(SubmissionStatus.NOT_GRADED);
    assertThat(both.in(List.of("lab01", "lab02"))).isEqualTo(both);
  }

  private static void assertNone(StoredRun run, String name, String why) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> run.submission(name))
        .withMessage(why);
  }

  @Test
  void a_folder_without_a_run_is_one_clear_line() throws Exception {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> StoredRun.read(temp))
        .withMessage(temp + " contains no results; run grade first, or name its --out folder");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> StoredRun.check(temp))
        .withMessage(temp + " contains no results; run grade first, or name its --out folder");
    Gradebook.open(temp, RUN, ASKED).table(List.of(passed("kim")));
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> StoredRun.read(temp))
        .withMessage("none of the results in " + temp + " can be read; run grade again");
  }

  @Test
  void a_result_that_is_lost_costs_no_other() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    for (String id : List.of("choi", "kim", "lee")) {
      gradebook.record(passed(id), HANDED_IN);
    }
    gradebook.table(List.of(passed("choi"), passed("kim"), passed("lee")));
    Path damaged = Files.writeString(temp.resolve("submissions/choi/result.json"), "{");
    Files.delete(temp.resolve("submissions/lee/result.json"));
    StoredRun run = StoredRun.read(temp);
    assertThat(run.lost()).containsExactly("choi", "lee");
    assertThat(run.notices())
        .containsExactly(
            "the results of choi, lee are missing or damaged, so they have no mark; run grade"
                + " again");
    assertNone(run, "choi", "the result of choi is missing or damaged; run grade again");
    assertThat(run.results()).extracting(each -> each.result().id()).contains("choi", "kim", "lee");
    Gradebook.rewrite(temp, run);
    assertThat(temp.resolve("grades.csv"))
        .content()
        .contains(
            "choi,,,,,,,not graded", "kim,\"Kim, Min\",4,4,4,4,,graded", "lee,,,,,,,not graded");
    assertThat(damaged).content().as("what is left of it stays").isEqualTo("{");
    assertThat(StoredRun.read(temp).lost()).containsExactly("choi", "lee");
  }

  @Test
  void what_is_kept_can_be_read_back_whatever_a_submission_brought_about() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    String name = "A".repeat(60_000);
    LabResult lab =
        SampleResultSet.lab("lab01", result("a", Verdict.FAILED, "x".repeat(30_000_000)));
    LabResult odd =
        new LabResult("lab01", lab.exercises(), Map.of(name, name), false, List.of(name));
    Submission submission =
        new Submission("kim", Map.of("lab01", Map.of(name + ".java", "")), List.of());
    gradebook.record(SampleResultSet.submission("kim", odd), submission);
    assertThat(gradebook.kept("kim")).isPresent();
    assertThat(Files.size(temp.resolve("submissions/kim/result.json"))).isLessThan(100_000);
  }

  @Test
  void what_could_not_be_read_back_is_not_kept() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    gradebook.record(passed("kim"), HANDED_IN);
    SubmissionResult longHint = graded("kim", SampleResultSet.hinted("x".repeat(30_000_000)));
    assertThatIOException()
        .isThrownBy(() -> gradebook.record(longHint, HANDED_IN))
        .withMessageStartingWith("it is too large to be read again: ");
    assertThat(gradebook.kept("kim")).isPresent();
  }

  @Test
  void one_run_at_a_time_writes_to_a_folder() throws Exception {
    try (FolderLock first = ResultsFolder.lock(temp)) {
      assertThat(first.folder()).isEqualTo(temp);
      assertThatExceptionOfType(BadInputException.class)
          .isThrownBy(() -> ResultsFolder.lock(temp))
          .withMessage(
              "another run writes to "
                  + temp
                  + "; wait until it has ended, or name another folder with --out");
    }
    ResultsFolder.lock(temp).close();
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> ResultsFolder.lock(temp.resolve("none")))
        .withMessageStartingWith("cannot lock " + temp.resolve("none") + ": no such file");
  }

  @Test
  void an_override_above_what_the_exercise_is_worth_is_told() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    gradebook.record(passed("kim"), HANDED_IN);
    gradebook.table(List.of(passed("kim")));
    Overrides.NONE
        .with(new PointsOverride("kim", "1.1", 5, "seen", SampleResultSet.STARTED))
        .write(temp);
    assertThat(StoredRun.read(temp).notices())
        .containsExactly(
            "the override of kim 1.1 gives 5 points, but the exercise has only 4; give it again");
  }

  @Test
  void half_a_surrogate_pair_in_a_message_does_not_stop_the_record() throws Exception {
    Gradebook.open(temp, RUN, ASKED)
        .record(graded("kim", result("a", Verdict.FAILED, "cut here: \uD83D")), HANDED_IN);
    assertThat(temp.resolve("submissions/kim/result.json")).content().contains("cut here: ?");
  }

  @Test
  void a_write_that_fails_leaves_the_old_file_and_nothing_else() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN, ASKED);
    gradebook.record(passed("kim"), HANDED_IN);
    Path own = temp.resolve("submissions/kim");
    String before = Files.readString(own.resolve("result.json"));
    Files.delete(own.resolve("feedback.md"));
    Files.createDirectories(own.resolve("feedback.md/in the way"));
    assertThatIOException()
        .isThrownBy(
            () -> gradebook.record(graded("kim", result("a", Verdict.FAILED, "")), HANDED_IN));
    assertThat(own.resolve("result.json")).content().isEqualTo(before);
    assertThat(files(temp)).containsExactly("submissions/kim/result.json");
  }

  @Test
  void others_may_read_what_the_systems_settings_let_them() throws Exception {
    Path usual = Files.writeString(temp.resolve("usual"), "");
    Gradebook.open(temp, RUN, ASKED).table(List.of());
    assertThat(Files.getPosixFilePermissions(temp.resolve("grades.csv")))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/../../x", "/tmp/x", "a/b", "a/", "./a", "\0"})
  void an_id_that_is_no_name_of_a_folder_leads_nowhere(String id) {
    Gradebook gradebook = Gradebook.open(temp.resolve("out"), RUN, ASKED);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> gradebook.record(passed(id), HANDED_IN));
    assertThat(temp).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "\"'`$(x)", "<script>", "=cmd()", "...", "..x", "a\\b", "%2e%2e"})
  void any_name_of_a_folder_will_do(String id) throws Exception {
    Gradebook.open(temp, RUN, ASKED).record(passed(id), HANDED_IN);
    assertThat(temp.resolve("submissions").resolve(id).resolve("result.json")).exists();
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_one_clear_line() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertRefused(file, file + " is not a folder; name another with --out");
    assertRefused(file.resolve("below"), file + " is not a folder; name another with --out");
    Files.createDirectory(temp.resolve("out"));
    Path inTheWay = Files.writeString(temp.resolve("out/submissions"), "");
    assertRefused(temp.resolve("out"), inTheWay + " is not a folder; name another with --out");
    Path system = Path.of("/proc/firsthop");
    if (Files.isDirectory(system.getParent())) {
      assertRefused(system, "cannot write to /proc/firsthop: no such file or folder; name another");
    }
  }

  @Test
  void a_check_leaves_nothing() throws Exception {
    ResultsFolder.check(temp.resolve("out"));
    assertThat(temp).isEmptyDirectory();
  }

  private static void assertRefused(Path folder, String why) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> ResultsFolder.check(folder))
        .satisfies(
            refused -> assertThat(refused.getMessage()).startsWith(why).doesNotContain("\n"));
  }

  private static SubmissionResult passed(String id) {
    return graded(id, result("a", Verdict.PASSED, ""));
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList();
    }
  }
}
