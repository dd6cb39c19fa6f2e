package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which one of several copies of a class is graded, and what is said about it. */
class CopiesOfOneClassTest {
  private static final String OTHER = CODEC_SOURCE + "// other\n";

  @TempDir Path temp;
  private Folder folder;

  @BeforeEach
  void empty() {
    folder = new Folder(temp);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // Nothing says which one is newer.
        "MyCodec.java | MyCodec (1).java | its name is not that of a copy",
        "MyCodec.java | MyCodec - Copy.java | its name is not that of a copy",
        "MyCodec.java | MyCodec - Copy (2).java | its name is not that of a copy",
        "MyCodec.java | MyCodec copy.java | its name is not that of a copy",
        "MyCodec.java | MyCodec copy 2.java | its name is not that of a copy",
        "MyCodec.java | Copy of MyCodec.java | its name is not that of a copy",
        "MyCodec.java | MyCodec - 복사본.java | its name is not that of a copy",
        "MyCodec.java | MyCodec 사본.java | its name is not that of a copy",
        "MyCodec.java | MyCodec-1.java | its name is not that of a copy",
        "MyCodec.java | MyCodec 2.java | its name is not that of a copy",
        "MyCodec.java | MyCodec.java (1) | its name is not that of a copy",
        "lab01-addresses/MyCodec.java | lab01-addresses - Copy/MyCodec.java | its name is not that of a copy",
        "lab01 (final)/MyCodec.java | lab01 (1)/MyCodec.java | its name is not that of a copy",
        "jane_MyCodec.java | jane_MyCodec (1).java | its name is not that of a copy",
        "MyCodec.java | jane_MyCodec.java | its name is that of its class",
        "MyCodec.java | MyCodec.txt | its name is that of its class",
        "z/src/main/java/firsthop/addresses/MyCodec.java | MyCodec.java | it is in the source folder of a project",
        "MyCodec.java | a/MyCodec.java | it is closest to the top",
        "a/MyCodec.java | b/MyCodec.java | its path is the first in alphabetical order",
      })
  void without_a_sign_of_the_newest_the_plain_name_counts(
      String graded, String leftOut, String reason) throws Exception {
    assertChosen(graded, leftOut, reason + " (nothing says which one is newer)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "v2/MyCodec.java | v1/MyCodec.java",
        "v10/MyCodec.java | v9/MyCodec.java",
        "v1.10/MyCodec.java | v1.9/MyCodec.java",
        "Version 2/MyCodec.java | Version 1/MyCodec.java",
        "attempt2/MyCodec.java | attempt1/src/main/java/firsthop/addresses/MyCodec.java",
        "attempt_2026-10-03-11-11-11/MyCodec.java | attempt_2026-10-02-23-10-10/MyCodec.java",
        "Attempt 2/out/MyCodec.java | Attempt 1/MyCodec.java",
        "2차 제출 2/MyCodec.java | 1차 제출 1/MyCodec.java",
        "lab01_v3/MyCodec.java | lab01_v2/MyCodec.java",
        "MyCodec_v2.java | MyCodec.java",
        "MyCodec.java | MyCodec_v1.java",
        "MyCodec_v2_final.java | MyCodec_v1.java",
        "MyCodec (2).java | MyCodec (1).java",
        "MyCodec-20261003.java | MyCodec-20261002.java",
      })
  void the_highest_number_counts(String graded, String leftOut) throws Exception {
    assertChosen(graded, leftOut, "its number is the highest");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lab01-addresses/MyCodec.java | backup/MyCodec.java",
        "lab01-addresses/deep/MyCodec.java | old/MyCodec.java",
        "a/MyCodec.java | lab01_old/MyCodec.java",
        "a/MyCodec.java | Backup 2026-10-01/v2/MyCodec.java",
        "a/MyCodec.java | 백업/MyCodec.java",
        "lab01-addresses/MyCodec.java | .history/lab01-addresses/MyCodec_20251001120000.java",
        "src/firsthop/addresses/MyCodec.java | bin/firsthop/addresses/MyCodec.java",
        "src/firsthop/addresses/MyCodec.java | out/MyCodec.java",
        "src/firsthop/addresses/MyCodec.java | target/MyCodec.java",
        "src/firsthop/addresses/MyCodec.java | build/MyCodec.java",
        "a/b/MyCodec.java | MyCodec.java.bak",
        "a/b/MyCodec.java | MyCodec.java~",
        "jane_MyCodec.java | old/MyCodec.java",
      })
  void a_backup_and_build_output_come_last(String graded, String leftOut) throws Exception {
    assertChosen(graded, leftOut, "it is not in a place for backups or build output");
  }

  @Test
  void the_unchanged_skeleton_comes_last() throws Exception {
    String skeleton = CODEC_SOURCE.replace("{}", "{ Todo todo; }");
    Lab lab =
        new Lab(
            "lab01",
            "lab01-addresses",
            LAB01.given(),
            Map.of(CODEC, skeleton),
            LAB01.solutions(),
            LAB01.classes());
    Course course = new Course(List.of(lab), Map.of());
    folder
        .with("lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java", skeleton)
        .with("backup/MyCodec (1).java", CODEC_SOURCE);
    Submission read = new SourceFinder(course, IntakeLimits.STANDARD, temp).read("kim");
    assertThat(read.of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(read.notices().get(0)).contains("because it is not the unchanged skeleton");
  }

  @Test
  void names_from_a_mac_are_the_same() throws Exception {
    assertChosen(
        "MyCodec.java",
        Normalizer.normalize("MyCodec - 복사본.java", Normalizer.Form.NFD),
        "its name is not that of a copy (nothing says which one is newer)");
  }

  @Test
  void the_only_copy_is_graded_wherever_it_is() throws Exception {
    folder.with("backup/.history/out/MyCodec - Copy (3).java", CODEC_SOURCE);
    assertThat(read().of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(read().notices())
        .containsExactly(
            "backup/.history/out/MyCodec - Copy (3).java is read as MyCodec.java, the name of its"
                + " class");
  }

  @Test
  void many_copies_are_one_line() throws Exception {
    folder.with("MyCodec.java", CODEC_SOURCE);
    for (int i = 10; i < 90; i++) {
      folder.with(".history/MyCodec_202610011200" + i + ".java", OTHER + i);
    }
    assertThat(read().of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(read().notices())
        .singleElement()
        .asString()
        .contains("left out: .history/MyCodec_20261001120089.java, ")
        .endsWith(" more")
        .hasSizeLessThan(500);
  }

  @Test
  void the_choice_is_on_the_terminal_and_among_the_notices_for_the_student() throws Exception {
    folder.with("kim/v1/MyCodec.java", OTHER).with("kim/v2/MyCodec.java", CODEC_SOURCE);
    folder.with("lee/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    String line =
        "there are different copies of MyCodec: v2/MyCodec.java is graded, because its number is the"
            + " highest; left out: v1/MyCodec.java";
    assertThat(run.output()).contains("kim: " + line);
    assertThat(run.of("kim").notices()).contains(line);
    assertThat(run.of("kim").fileNotices()).contains(line);
    assertThat(run.output()).noneMatch(each -> each.startsWith("lee: "));
  }

  private void assertChosen(String graded, String leftOut, String reason) throws Exception {
    folder.with(graded, CODEC_SOURCE).with(leftOut, OTHER);
    Submission read = read();
    assertThat(read.of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(read.notices().get(0))
        .isEqualTo(
            "there are different copies of MyCodec: %s is graded, because %s; left out: %s"
                .formatted(graded, reason, leftOut));
    assertThat(read.lost()).isFalse();
    folder.with(leftOut, CODEC_SOURCE.replace("\n", "\r\n"));
    assertThat(read().notices()).noneMatch(notice -> notice.contains("copies"));
  }

  private Submission read() {
    return new SourceFinder(COURSE, IntakeLimits.STANDARD, temp).read("kim");
  }
}
