package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.common.BadInputException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder with one archive per student, and an archive of a whole class. */
class PackedSubmissionsTest {
  private static final Charset KOREAN = Charset.forName("x-windows-949");
  private static final String IN_LAB01 = "lab01-addresses/src/main/java/firsthop/addresses/";
  private static final String IN_LAB02 = "lab02-udp/src/main/java/firsthop/udp/";

  @TempDir Path temp;
  private Folder folder;

  @BeforeEach
  void empty() {
    folder = new Folder(temp);
  }

  @Test
  void an_archive_of_each_kind_is_a_submission_with_its_name() throws Exception {
    Packed work = new Packed().with("work/a.java", CODEC_SOURCE);
    folder
        .with("kim.zip", work.zip())
        .with("lee.tar", work.tar())
        .with("park.tar.gz", work.tarGz())
        .with("choi.tgz", work.tarGz())
        .with("han.tar.bz2", work.tarBz2())
        .with("jung.tar.xz", work.tarXz())
        .with("kang.txz", work.tarXz())
        .with("yoon.7z", work.sevenZip())
        .with("seo.TGZ", work.zip());
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.output()).containsExactly(temp + " is read as 9 submissions, one archive each");
    assertThat(run.ids())
        .containsExactly("choi", "han", "jung", "kang", "kim", "lee", "park", "seo", "yoon");
    assertThat(run.submissions())
        .allSatisfy(each -> assertThat(each.of("lab01")).containsEntry(CODEC, CODEC_SOURCE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class.zip",
        "class.tar",
        "class.tar.gz",
        "class.tar.bz2",
        "class.tar.xz",
        "class.7z"
      })
  void a_class_may_be_in_a_folder_inside_an_archive(String name) throws Exception {
    Packed packed =
        new Packed()
            .with("submissions/kim/x/MyCodec.java", CODEC_SOURCE)
            .with("submissions/kim/x/MyMask.java.txt", MASK_SOURCE)
            .with("submissions/lee.zip", new Packed().with("MyEcho.java", ECHO_SOURCE).zip())
            .with("submissions/.DS_Store", "")
            .with("__MACOSX/submissions/._kim", "");
    Path file = Files.write(temp.resolve(name), pack(packed, name));
    IntakeRun run = IntakeRun.from(file);
    assertThat(run.output())
        .containsExactly(
            file + " is read as 1 folder and 1 archive, in a " + name.substring("class.".length()));
    assertThat(run.ids()).containsExactly("kim", "lee");
    assertThat(run.of("kim").of("lab01")).containsOnlyKeys(CODEC, MASK);
    assertThat(run.of("lee").of("lab02")).containsOnlyKeys(ECHO);
  }

  private static byte[] pack(Packed packed, String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".zip" -> packed.zip();
      case ".tar" -> packed.tar();
      case ".gz" -> packed.tarGz();
      case ".xz" -> packed.tarXz();
      case ".7z" -> packed.sevenZip();
      default -> packed.tarBz2();
    };
  }

  @Test
  void a_whole_handout_is_one_submission() throws Exception {
    Path zip =
        Files.write(
            temp.resolve("kim.zip"),
            new Packed()
                .with(IN_LAB01 + "MyCodec.java", CODEC_SOURCE)
                .with("lab-parent/pom.xml", "<project/>")
                .with("repo/firsthop/labkit/1/labkit-1.jar", "PK")
                .with(".mvn/maven.config", "--fail-at-end")
                .with("mvnw", "the wrapper")
                .zip());
    IntakeRun run = IntakeRun.from(zip);
    assertThat(run.output()).containsExactly(zip + " is read as one submission, kim, in a zip");
    assertThat(run.of("kim").of("lab01")).containsOnlyKeys(CODEC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lab01-addresses/", "firsthop-main/lab01-addresses/", "a/b/"})
  void a_single_submission_may_be_inside_outer_folders_of_an_archive(String around)
      throws Exception {
    Path zip =
        Files.write(
            temp.resolve("kim.zip"),
            new Packed().with(around + "MyCodec.java", CODEC_SOURCE).zip());
    IntakeRun run = IntakeRun.from(zip);
    assertThat(run.output()).containsExactly(zip + " is read as one submission, kim, in a zip");
    assertThat(run.of("kim").of("lab01")).containsOnlyKeys(CODEC);
  }

  @Test
  void a_notice_says_where_files_were_found_unless_they_are_in_the_usual_folders()
      throws Exception {
    folder
        .with("all/" + IN_LAB01 + "MyCodec.java", CODEC_SOURCE)
        .with("all/" + IN_LAB02 + "MyEcho.java", ECHO_SOURCE)
        .with("above/firsthop/" + IN_LAB01 + "MyCodec.java", CODEC_SOURCE)
        .with("above/firsthop/" + IN_LAB02 + "MyEcho.java", ECHO_SOURCE)
        .with("one/" + IN_LAB01 + "MyCodec.java", CODEC_SOURCE)
        .with("sources/MyCodec.java", CODEC_SOURCE)
        .with("nothing/README.md", "")
        .with(
            "nested/hw.zip",
            new Packed().with("in.zip", new Packed().with("a.java", ECHO_SOURCE).zip()).zip());
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("all").notices()).isEmpty();
    assertThat(run.of("above").notices())
        .containsExactly(
            "found lab01 in firsthop/lab01-addresses/src/main/java/firsthop/addresses;"
                + " lab02 in firsthop/lab02-udp/src/main/java/firsthop/udp");
    assertThat(run.of("one").notices())
        .containsExactly(
            "found lab01 in lab01-addresses/src/main/java/firsthop/addresses; no files of lab02");
    assertThat(run.of("sources").notices())
        .containsExactly("found lab01 at the top; no files of lab02");
    assertThat(run.of("nested").notices())
        .contains("found lab02 in hw.zip/in.zip; no files of lab01");
    String none = "no class that a lab asks for was found in README.md";
    assertThat(run.of("nothing").notices()).containsExactly(none);
    assertThat(run.output()).contains("nothing: " + none);
  }

  @Test
  void a_renamed_file_is_identified_by_its_class() throws Exception {
    folder
        .with("kim/20231234_MyCodec (2).java", CODEC_SOURCE)
        .with("kim/deep/MyCodec.java", CODEC_SOURCE + "// other\n");
    assertThat(IntakeRun.from(temp).of("kim").of("lab01"))
        .as("a file with the right name comes first")
        .containsEntry(CODEC, CODEC_SOURCE + "// other\n");
    Files.delete(temp.resolve("kim/deep/MyCodec.java"));
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.notices("kim"))
        .containsExactly(
            "20231234_MyCodec (2).java is read as MyCodec.java, the name of its class");
  }

  @Test
  void a_file_outside_archives_counts_before_one_inside() throws Exception {
    folder
        .with("kim/deep/down/MyCodec.java", CODEC_SOURCE)
        .with(
            "kim/work.zip",
            new Packed()
                .with(IN_LAB01 + "MyCodec.java", CODEC_SOURCE + "// old\n")
                .with("MyMask.java", MASK_SOURCE)
                .zip());
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim").of("lab01"))
        .containsEntry(CODEC, CODEC_SOURCE)
        .containsEntry(MASK, MASK_SOURCE);
    assertThat(run.notices("kim"))
        .containsExactly(
            "there are different copies of MyCodec: deep/down/MyCodec.java is graded, because it is in"
                + " fewer archives (nothing says which one is newer); left out: work.zip/"
                + IN_LAB01
                + "MyCodec.java");
  }

  @Test
  void the_newest_of_a_folder_and_an_archive_with_one_name_counts() throws Exception {
    folder
        .with("kim/MyCodec.java", CODEC_SOURCE)
        .with("kim.zip", new Packed().with("MyEcho.java", ECHO_SOURCE).zip());
    Files.setLastModifiedTime(temp.resolve("kim"), FileTime.fromMillis(1_000));
    Files.setLastModifiedTime(temp.resolve("kim.zip"), FileTime.fromMillis(2_000));
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim").sources()).containsOnlyKeys("lab02");
    assertThat(run.notices("kim"))
        .containsExactly("there are 2 submissions; the newest counts: kim.zip; left out: kim");
    Files.setLastModifiedTime(temp.resolve("kim"), FileTime.fromMillis(3_000));
    assertThat(IntakeRun.from(temp).of("kim").sources()).containsOnlyKeys("lab01");
  }

  @Test
  void names_from_korean_windows_and_from_a_mac_are_read() throws Exception {
    String name = "김민수";
    String pieces = java.text.Normalizer.normalize("이영희", java.text.Normalizer.Form.NFD);
    Path korean =
        Files.write(
            temp.resolve("korean.zip"),
            new Packed()
                .with(name + "/과제/MyCodec.java", CODEC_SOURCE)
                .with("lee/MyCodec.java", CODEC_SOURCE)
                .zip(KOREAN));
    IntakeRun run = IntakeRun.from(korean);
    assertThat(run.ids()).containsExactly("lee", name);
    assertThat(run.of(name).notices()).containsExactly("found lab01 in 과제; no files of lab02");
    Path mac =
        Files.write(
            temp.resolve("mac.zip"),
            new Packed()
                .with(pieces + "/MyCodec.java", CODEC_SOURCE)
                .with("lee/MyCodec.java", CODEC_SOURCE)
                .zip());
    assertThat(IntakeRun.from(mac).ids()).containsExactly("lee", "이영희");
  }

  @Test
  void sources_in_other_encodings_are_read_in_archives_too() throws Exception {
    String source = "// 주소\n" + CODEC_SOURCE;
    folder
        .with("kim.zip", new Packed().with("MyCodec.java", source.getBytes(KOREAN)).zip())
        .with(
            "lee.tgz",
            new Packed()
                .with("MyCodec.java", ("\uFEFF" + source).getBytes(StandardCharsets.UTF_8))
                .tarGz())
        .with(
            "park.zip",
            new Packed().with("MyCodec.java", source.getBytes(StandardCharsets.UTF_16LE)).zip());
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.submissions())
        .allSatisfy(each -> assertThat(each.of("lab01")).containsEntry(CODEC, source));
    assertThat(run.notices("kim"))
        .containsExactly("MyCodec.java is not in UTF-8; it is read as x-windows-949");
    assertThat(run.notices("lee"))
        .containsExactly("MyCodec.java begins with a byte order mark, which is removed");
    assertThat(run.notices("park"))
        .containsExactly("MyCodec.java is not in UTF-8; it is read as UTF-16LE");
  }

  @Test
  void unreadable_archives_keep_their_row() throws Exception {
    folder.with("kim.7z", "7z").with("lee.zip", "no zip").with("park/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("kim", "lee", "park");
    String why =
        " is not read: it is not an archive of a supported kind (zip, tar, tar.gz, tar.bz2, tar.xz, 7z)";
    assertThat(run.of("kim").notices()).containsExactly("kim.7z" + why);
    assertThat(run.of("lee").notices()).containsExactly("lee.zip" + why);
    assertThat(run.output()).contains("kim: kim.7z" + why, "lee: lee.zip" + why);
  }

  @Test
  void an_empty_archive_and_a_damaged_one_are_refused_in_one_line() throws Exception {
    Path empty = Files.write(temp.resolve("empty.zip"), new Packed().zip());
    Path half = temp.resolve("half.zip");
    byte[] whole = new Packed().with("kim/MyCodec.java", CODEC_SOURCE).zip();
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> IntakeRun.from(empty))
        .withMessageContaining("empty.zip contains no submissions; expected");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> IntakeRun.from(half))
        .withMessageContaining("half.zip cannot be read: it is damaged or incomplete");
  }
}
