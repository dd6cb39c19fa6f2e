package firsthop.grader.cli;

import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.store.RunSpec;
import firsthop.grader.store.SampleSpecs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradeCommandLineTest {
  private static final Path HERE = Path.of("").toAbsolutePath();

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "submissions",
        ".",
        "/",
        "autumn/submissions.zip",
        "/course/submissions",
        "../submissions",
        "./-x",
        "./@x",
        "x --out results",
        "x --out ./-results",
        "x --out grades/grades",
        "x --roster class.csv",
        "x --lab lab02",
        "x --jobs 3",
        "x --sandbox process",
        "x --base-image registry.example:5000/temurin:21",
        "x --seed 7",
        "x --seed -7",
        "x --due 2026-10-01",
        "x --due lab02=2026-10-02T12:00 --due lab01=2026-10-01T12:00:01",
        "x --due lab01=2026-10-02 --due 2026-10-01T12:00Z --due lab02=2026-10-03T12:00Z",
        "x --extensions later.csv",
        "x --feedback score",
        "x --feedback FULL --sandbox docker --jobs 250 --seed 1 --out grades",
        "x --fresh",
      })
  void what_is_written_asks_for_the_same_run(String arguments) throws Exception {
    RunSpec asked = GradeCommandTest.asked(arguments.split(" "));
    List<String> written = GradeCommandLine.arguments(asked, HERE);
    assertThat(GradeCommandTest.asked(written.toArray(String[]::new)))
        .as("%s", written)
        .isEqualTo(asked);
  }

  @Test
  void settings_that_were_read_are_named_unless_they_are_found_anyhow() throws Exception {
    Path yaml = Files.writeString(folder.resolve("firsthop.yaml"), "title: Networks\n");
    RunSpec asked = GradeCommandTest.asked("x", "--settings", yaml.toString());
    List<String> written = GradeCommandLine.arguments(asked, HERE);
    assertThat(written).containsExactly("x", "--settings", yaml.toString());
    assertThat(GradeCommandTest.asked(written.toArray(String[]::new))).isEqualTo(asked);
    assertThat(GradeCommandLine.arguments(asked, folder))
        .doesNotContain("--settings")
        .contains(HERE.resolve("x").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "x, ./firsthop grade x",
    "x --fresh, ./firsthop grade x",
    "x --sandbox docker --out grades --seed 1, ./firsthop grade x",
    "x --jobs=3 --lab=LAB01, ./firsthop grade x --lab lab01 --jobs 3",
    "x/a(b), './firsthop grade ''x/a(b)'''",
    "/x, ./firsthop grade /x",
  })
  void it_says_no_more_than_it_must_and_a_shell_takes_it_as_it_is(String given, String written)
      throws Exception {
    assertThat(GradeCommandLine.of(GradeCommandTest.asked(given.split(" ")))).isEqualTo(written);
  }

  @Test
  void in_another_folder_paths_are_whole() {
    RunSpec run = SampleSpecs.of("x");
    assertThat(GradeCommandLine.arguments(run, folder))
        .containsExactly(HERE.resolve("x").toString(), "--out", HERE.resolve("grades").toString());
  }

  @Test
  void a_due_date_is_that_of_the_course_to_the_moment() throws Exception {
    Path yaml = Files.writeString(folder.resolve("course.yaml"), "zone: Asia/Seoul\n");
    RunSpec asked =
        GradeCommandTest.asked("x", "--settings", yaml.toString(), "--due", "lab01=2026-10-01");
    assertThat(GradeCommandLine.arguments(asked, HERE))
        .endsWith("--due", "lab01=2026-10-01T23:59:59.999999999+09:00");
  }
}
