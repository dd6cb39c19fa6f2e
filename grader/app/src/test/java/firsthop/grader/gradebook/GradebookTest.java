package firsthop.grader.gradebook;

import static firsthop.grader.gradebook.Results.graded;
import static firsthop.grader.gradebook.Results.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import firsthop.grader.control.Verdict;
import firsthop.grader.intake.BadInputException;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradebookTest {
  private static final RunInfo RUN =
      new RunInfo("v1", 1, new Sandbox.Description("process", "", "17", false, Limits.STANDARD));

  @TempDir Path temp;

  @Test
  void a_run_leaves_these_files_and_no_others() throws Exception {
    Path out = temp.resolve("new/grades");
    SubmissionResult kim = passed("kim");
    Gradebook.check(out);
    Gradebook gradebook = Gradebook.open(out, RUN);
    gradebook.record(kim, Map.of());
    gradebook.table(List.of("lab01"), List.of(kim));
    assertThat(files(out))
        .containsExactlyInAnyOrder(
            "grades.csv", "submissions/kim/feedback.md", "submissions/kim/result.json");
    assertThat(out.resolve("grades.csv")).content().contains("kim,4,4,graded");
  }

  @Test
  void a_later_run_writes_over_an_earlier_one() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN);
    gradebook.record(graded("kim", result("a", Verdict.FAILED, "")), Map.of());
    gradebook.record(passed("kim"), Map.of());
    assertThat(temp.resolve("submissions/kim/feedback.md")).content().contains("**4 of 4 points**");
  }

  @Test
  void half_a_surrogate_pair_in_a_message_does_not_stop_the_record() throws Exception {
    Gradebook.open(temp, RUN)
        .record(graded("kim", result("a", Verdict.FAILED, "cut here: \uD83D")), Map.of());
    assertThat(temp.resolve("submissions/kim/result.json")).content().contains("cut here: ?");
  }

  @Test
  void a_write_that_fails_leaves_the_old_file_and_nothing_else() throws Exception {
    Gradebook gradebook = Gradebook.open(temp, RUN);
    gradebook.record(passed("kim"), Map.of());
    Path own = temp.resolve("submissions/kim");
    String before = Files.readString(own.resolve("result.json"));
    Files.delete(own.resolve("feedback.md"));
    Files.createDirectories(own.resolve("feedback.md/in the way"));
    assertThatIOException()
        .isThrownBy(
            () -> gradebook.record(graded("kim", result("a", Verdict.FAILED, "")), Map.of()));
    assertThat(own.resolve("result.json")).content().isEqualTo(before);
    assertThat(files(temp)).containsExactly("submissions/kim/result.json");
  }

  @Test
  void others_may_read_what_the_systems_settings_let_them() throws Exception {
    Path usual = Files.writeString(temp.resolve("usual"), "");
    Gradebook.open(temp, RUN).table(List.of("lab01"), List.of());
    assertThat(Files.getPosixFilePermissions(temp.resolve("grades.csv")))
        .isEqualTo(Files.getPosixFilePermissions(usual));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/../../x", "/tmp/x", "a/b", "a/", "./a", "\0"})
  void an_id_that_is_no_name_of_a_folder_leads_nowhere(String id) {
    Gradebook gradebook = Gradebook.open(temp.resolve("out"), RUN);
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> gradebook.record(passed(id), Map.of()));
    assertThat(temp).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "\"'`$(x)", "<script>", "=cmd()", "...", "..x", "a\\b", "%2e%2e"})
  void any_name_of_a_folder_will_do(String id) throws Exception {
    Gradebook.open(temp, RUN).record(passed(id), Map.of());
    assertThat(temp.resolve("submissions").resolve(id).resolve("result.json")).exists();
  }

  @Test
  void a_folder_that_cannot_be_written_to_is_one_clear_line() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    assertRefused(file, file + " is no folder; name another with --out");
    assertRefused(file.resolve("below"), "cannot write to " + file.resolve("below") + ": ");
    Files.createDirectory(temp.resolve("out"));
    Path inTheWay = Files.writeString(temp.resolve("out/submissions"), "");
    assertRefused(temp.resolve("out"), inTheWay + " is no folder; name another with --out");
    Path system = Path.of("/proc/firsthop");
    if (Files.isDirectory(system.getParent())) {
      assertRefused(system, "cannot write to /proc/firsthop: no such file or folder; name another");
    }
  }

  @Test
  void a_check_leaves_no_file() throws Exception {
    Gradebook.check(temp.resolve("out"));
    assertThat(files(temp)).isEmpty();
  }

  private static void assertRefused(Path folder, String why) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Gradebook.check(folder))
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
