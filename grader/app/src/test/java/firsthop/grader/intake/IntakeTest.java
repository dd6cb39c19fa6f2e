package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.LAB01;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import firsthop.grader.submission.Submission;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTest {
  private static final String MINE = "package firsthop.addresses;";

  @TempDir Path temp;
  private Path submissions;
  private Folder folder;

  @BeforeEach
  void empty() throws Exception {
    submissions = Files.createDirectory(temp.resolve("submissions"));
    folder = new Folder(submissions);
  }

  @Test
  void each_folder_is_a_submission_and_they_are_sorted() throws Exception {
    folder
        .with("lee/MyCodec.java", MINE)
        .with("kim/deep/down/MyCodec.java", MINE)
        .with("README.md", "What the folders are.")
        .with(".git/config", "");
    Files.createDirectory(submissions.resolve("empty"));
    assertThat(ids(submissions)).containsExactly("empty", "kim", "lee");
    assertThat(take(submissions))
        .extracting(each -> each.hasWorkFor(LAB01))
        .containsExactly(false, true, true);
  }

  @Test
  void a_folder_whose_name_is_stored_in_two_forms_is_one_submission() throws Exception {
    String pieces = Normalizer.normalize("홍길동", Normalizer.Form.NFD);
    folder.with("홍길동/MyCodec.java", MINE).with(pieces + "/MyCodec.java", MINE);
    List<Submission> taken = take(submissions);
    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).notices()).anyMatch(each -> each.startsWith("there are 2 submissions"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MyCodec.java",
        "src/main/java/firsthop/addresses/MyCodec.java",
        "firsthop/addresses/MyCodec.java",
        "lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java"
      })
  void a_folder_with_lab_files_at_its_top_is_one_submission(String file) throws Exception {
    folder.with(file, MINE).with("README.md", "");
    assertThat(ids(submissions)).containsExactly("submissions");
    assertThat(take(submissions).get(0).of("lab01")).containsOnlyKeys(CODEC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lab01-kim", "lab03-tcp", "firsthop", "MyTeam", "srcs"})
  void a_folder_named_almost_like_a_lab_does_not_merge_the_class(String name) throws Exception {
    folder.with(name + "/MyCodec.java", MINE).with("lee/MyCodec.java", MINE);
    assertThat(ids(submissions)).containsExactlyInAnyOrder(name, "lee");
  }

  @Test
  void loose_files_beside_folders_and_archives_are_submissions_of_those_in_their_names()
      throws Exception {
    folder
        .with("20250001/MyCodec.java", MINE)
        .with("20250002.zip", new Packed().with("MyCodec.java", MINE).zip())
        .with("20250003.java", CODEC_SOURCE)
        .with("20250004_MyCodec.java", CODEC_SOURCE)
        .with("20250004_MyMask (1).java", MASK_SOURCE)
        .with("MyMask.java", MINE)
        .with("report.docx", "");
    IntakeRun run = IntakeRun.from(submissions);
    assertThat(run.ids()).containsExactly("20250001", "20250002", "20250003", "20250004");
    assertThat(run.of("20250003").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.of("20250004").of("lab01")).containsOnlyKeys(CODEC, MASK);
    assertThat(run.output())
        .containsExactly(
            submissions + " is read as 1 folder, 1 archive and loose files of 2 submissions",
            "left out, because their names do not say whose they are: MyMask.java",
            "left out, because they are no folders, archives or Java files: report.docx");
  }

  @Test
  void a_folder_of_loose_files_has_one_submission_for_each_owner() throws Exception {
    folder.with("20250001_MyCodec.java", CODEC_SOURCE).with("kim-MyCodec.java.txt", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(submissions);
    assertThat(run.ids()).containsExactly("20250001", "kim");
    assertThat(run.output())
        .containsExactly(
            submissions + " is read as 2 submissions, loose files named after their owners");
  }

  @Test
  void an_archive_of_the_class_beside_what_was_unpacked_from_it_is_left_out() throws Exception {
    byte[] packed =
        new Packed().with("kim/MyCodec.java", MINE).with("lee/MyCodec.java", MINE).zip();
    folder
        .with("kim/MyCodec.java", MINE)
        .with("lee/MyCodec.java", MINE)
        .with("park.zip", new Packed().with("src/a.java", CODEC_SOURCE).zip())
        .with("all.zip", packed);
    IntakeRun run = IntakeRun.from(submissions);
    assertThat(run.ids()).containsExactly("kim", "lee", "park");
    assertThat(run.output())
        .containsExactly(
            submissions + " is read as 2 folders and 1 archive",
            "left out, because what was unpacked from it lies beside it: all.zip");
  }

  @Test
  void a_download_beside_its_own_archive_is_read_once() throws Exception {
    byte[] packed =
        new Packed()
            .with("kim_7_900_MyCodec.java", CODEC_SOURCE)
            .with("lee_8_901_MyCodec.java", CODEC_SOURCE)
            .zip();
    folder
        .with("download/kim_7_900_MyCodec.java", CODEC_SOURCE)
        .with("download/lee_8_901_MyCodec.java", CODEC_SOURCE)
        .with("download.zip", packed);
    IntakeRun run = IntakeRun.from(submissions);
    assertThat(run.output())
        .containsExactly(
            submissions + " is read as a Canvas download of 2 submissions",
            "left out, because what was unpacked from it lies beside it: download.zip");
    assertThat(
            IntakeRun.from(
                    new Folder(submissions.resolve("download")).with("all.zip", packed).path())
                .ids())
        .containsExactly("kim_7", "lee_8");
  }

  @Test
  void names_in_both_forms_of_unicode_are_one_person_and_what_is_left_out_is_said()
      throws Exception {
    String name = "20250001_홍길동";
    folder
        .with(name + "/MyCodec.java", MINE)
        .with(Normalizer.normalize(name, Normalizer.Form.NFD) + "/MyCodec.java", MINE)
        .with("lee/MyCodec.java", MINE);
    for (String each : List.of(name, Normalizer.normalize(name, Normalizer.Form.NFD))) {
      Files.setLastModifiedTime(
          submissions.resolve(each), FileTime.fromMillis(each.length() * 1_000_000L));
    }
    IntakeRun run = IntakeRun.from(submissions);
    assertThat(run.ids()).containsExactly(name, "lee");
    assertThat(run.output())
        .containsExactly(
            submissions + " is read as 3 submissions, one folder each",
            name + ": there are 2 submissions; the newest counts: " + name + "; left out: " + name);
  }

  @Test
  void the_folder_of_results_is_not_a_submission() throws Exception {
    folder.with("kim/MyCodec.java", MINE).with("grades/grades.csv", "");
    Path results = submissions.resolve("x/../grades");
    assertThat(new Intake(COURSE, IntakeLimits.STANDARD).take(submissions, results))
        .extracting(Submission::id)
        .containsExactly("kim");
  }

  @Test
  void the_instructor_may_name_the_folder_by_a_link() throws Exception {
    folder.with("MyCodec.java", MINE);
    Path link = Files.createSymbolicLink(temp.resolve("alias"), submissions);
    assertThat(take(link))
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.id()).isEqualTo("alias");
              assertThat(only.of("lab01")).containsOnlyKeys(CODEC);
            });
  }

  @Test
  void a_link_among_the_submissions_keeps_its_row_and_is_not_followed() throws Exception {
    folder
        .with("kim/MyCodec.java", MINE)
        .with("notes.txt", "")
        .withLink("inside", Path.of("kim"))
        .withLink("circle", Path.of("circle"))
        .withLink("outside", temp)
        .withLink("notes", Path.of("notes.txt"));
    assertThat(ids(submissions)).containsExactly("circle", "inside", "kim", "outside");
    for (Submission each : take(submissions)) {
      if (!each.id().equals("kim")) {
        assertThat(each.sources()).isEmpty();
        assertThat(each.notices()).containsExactly("it is a link; links are not followed");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"line\nfeed", "\"quoted\"", "<script>alert(1)", "=cmd()"})
  void a_name_with_special_characters_is_kept(String name) throws Exception {
    folder.with(name + "/MyCodec.java", MINE);
    assertThat(ids(submissions)).containsExactly(name);
  }

  @Test
  void a_garbled_name_does_not_affect_the_others() throws Exception {
    try {
      folder.with("J\uFFFDn/MyCodec.java", MINE);
    } catch (InvalidPathException notInThisLocale) {
      Assumptions.abort("this locale cannot make the name");
    }
    folder.with("lee/MyCodec.java", MINE);
    assertThat(ids(submissions)).containsExactly("Jufffdn", "lee");
  }

  @Test
  void a_missing_path_an_empty_folder_and_a_plain_file_are_refused() throws Exception {
    Path file = Files.writeString(temp.resolve("file"), "");
    String advice =
        "; give a folder or an archive (zip, tar, tar.gz, tar.bz2, tar.xz, 7z) of submissions";
    assertRefused(
        temp.resolve("nowhere"),
        temp.resolve("nowhere") + ": there is no such file or folder" + advice);
    assertRefused(file, file + " is neither a folder nor an archive" + advice);
    String none = " contains no submissions; expected a folder or an archive for each submission";
    assertRefused(submissions, submissions + none);
    folder.with("README.md", "");
    assertRefused(submissions, submissions + none);
  }

  private static void assertRefused(Path folder, String why) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> take(folder))
        .satisfies(refused -> assertThat(refused.getMessage()).contains(why).doesNotContain("\n"));
  }

  private static List<String> ids(Path folder) throws BadInputException {
    return take(folder).stream().map(Submission::id).toList();
  }

  private static List<Submission> take(Path folder) throws BadInputException {
    return new Intake(COURSE, IntakeLimits.STANDARD).take(folder);
  }
}
