package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.MASK;
import static firsthop.grader.intake.Taken.CODEC_SOURCE;
import static firsthop.grader.intake.Taken.ECHO_SOURCE;
import static firsthop.grader.intake.Taken.MASK_SOURCE;
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

/** A plain class of archives, and an archive of a class. */
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
  void an_archive_of_each_kind_is_a_submission_named_like_it() throws Exception {
    Packed work = new Packed().with("work/a.java", CODEC_SOURCE);
    folder
        .with("kim.zip", work.zip())
        .with("lee.tar", work.tar())
        .with("park.tar.gz", work.tarGz())
        .with("choi.tgz", work.tarGz())
        .with("han.tar.bz2", work.tarBz2())
        .with("seo.TGZ", work.zip());
    Taken taken = Taken.from(temp);
    assertThat(taken.said()).containsExactly(temp + " is taken for 6 submissions, an archive each");
    assertThat(taken.ids()).containsExactly("choi", "han", "kim", "lee", "park", "seo");
    assertThat(taken.submissions())
        .allSatisfy(each -> assertThat(each.of("lab01")).containsEntry(CODEC, CODEC_SOURCE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"class.zip", "class.tar", "class.tar.gz", "class.tar.bz2"})
  void a_class_may_lie_in_an_archive_and_a_folder_in_it(String name) throws Exception {
    Packed packed =
        new Packed()
            .with("submissions/kim/x/MyCodec.java", CODEC_SOURCE)
            .with("submissions/lee.zip", new Packed().with("MyEcho.java", ECHO_SOURCE).zip())
            .with("submissions/.DS_Store", "")
            .with("__MACOSX/submissions/._kim", "");
    Path file = Files.write(temp.resolve(name), pack(packed, name));
    Taken taken = Taken.from(file);
    assertThat(taken.said())
        .containsExactly(
            file
                + " is taken for 1 folder and 1 archive, in a "
                + name.substring("class.".length()));
    assertThat(taken.ids()).containsExactly("kim", "lee");
    assertThat(taken.of("kim").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.of("lee").of("lab02")).containsOnlyKeys(ECHO);
  }

  private static byte[] pack(Packed packed, String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".zip" -> packed.zip();
      case ".tar" -> packed.tar();
      case ".gz" -> packed.tarGz();
      default -> packed.tarBz2();
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "lab01-addresses/", "firsthop-main/lab01-addresses/", "a/b/"})
  void a_single_submission_may_be_packed_with_folders_around_it(String around) throws Exception {
    Path zip =
        Files.write(
            temp.resolve("kim.zip"),
            new Packed().with(around + "MyCodec.java", CODEC_SOURCE).zip());
    Taken taken = Taken.from(zip);
    assertThat(taken.said()).containsExactly(zip + " is taken for one submission, kim, in a zip");
    assertThat(taken.of("kim").of("lab01")).containsOnlyKeys(CODEC);
  }

  @Test
  void it_is_told_where_files_were_found_unless_that_is_where_the_handout_has_them()
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
    Taken taken = Taken.from(temp);
    assertThat(taken.of("all").notices()).isEmpty();
    assertThat(taken.of("above").notices())
        .containsExactly(
            "found lab01 in firsthop/lab01-addresses/src/main/java/firsthop/addresses;"
                + " lab02 in firsthop/lab02-udp/src/main/java/firsthop/udp");
    assertThat(taken.of("one").notices())
        .containsExactly(
            "found lab01 in lab01-addresses/src/main/java/firsthop/addresses; nothing of lab02");
    assertThat(taken.of("sources").notices())
        .containsExactly("found lab01 at the top; nothing of lab02");
    assertThat(taken.of("nested").notices())
        .contains("found lab02 in hw.zip/in.zip; nothing of lab01");
    assertThat(taken.of("nothing").notices()).containsExactly("no file of any lab was found");
    assertThat(taken.said()).contains("nothing: no file of any lab was found");
  }

  @Test
  void a_file_that_was_renamed_is_known_by_its_class() throws Exception {
    folder
        .with("kim/20231234_MyCodec (2).java", CODEC_SOURCE)
        .with("kim/old/MyCodec.java", CODEC_SOURCE + "// other\n");
    assertThat(Taken.from(temp).of("kim").of("lab01"))
        .as("one of the right name comes first")
        .containsEntry(CODEC, CODEC_SOURCE + "// other\n");
    Files.delete(temp.resolve("kim/old/MyCodec.java"));
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(taken.notices("kim"))
        .containsExactly("20231234_MyCodec (2).java is taken as MyCodec.java, after its class");
  }

  @Test
  void what_lies_in_no_archive_comes_before_what_does() throws Exception {
    folder
        .with("kim/deep/down/MyCodec.java", CODEC_SOURCE)
        .with(
            "kim/backup.zip",
            new Packed()
                .with(IN_LAB01 + "MyCodec.java", CODEC_SOURCE + "// old\n")
                .with("MyMask.java", MASK_SOURCE)
                .zip());
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim").of("lab01"))
        .containsEntry(CODEC, CODEC_SOURCE)
        .containsEntry(MASK, MASK_SOURCE);
    assertThat(taken.notices("kim"))
        .containsExactly(
            "backup.zip/"
                + IN_LAB01
                + "MyCodec.java is left out: another "
                + CODEC
                + " was found before it");
  }

  @Test
  void of_a_folder_and_an_archive_of_one_name_the_newest_counts() throws Exception {
    folder
        .with("kim/MyCodec.java", CODEC_SOURCE)
        .with("kim.zip", new Packed().with("MyEcho.java", ECHO_SOURCE).zip());
    Files.setLastModifiedTime(temp.resolve("kim"), FileTime.fromMillis(1_000));
    Files.setLastModifiedTime(temp.resolve("kim.zip"), FileTime.fromMillis(2_000));
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim").sources()).containsOnlyKeys("lab02");
    assertThat(taken.notices("kim"))
        .containsExactly("of 2 submissions the newest counts, kim.zip; left out: kim");
    Files.setLastModifiedTime(temp.resolve("kim"), FileTime.fromMillis(3_000));
    assertThat(Taken.from(temp).of("kim").sources()).containsOnlyKeys("lab01");
  }

  @Test
  void names_of_a_korean_windows_and_of_a_mac_are_read() throws Exception {
    String name = "김민수";
    String pieces = java.text.Normalizer.normalize("이영희", java.text.Normalizer.Form.NFD);
    Path korean =
        Files.write(
            temp.resolve("korean.zip"),
            new Packed()
                .with(name + "/과제/MyCodec.java", CODEC_SOURCE)
                .with("lee/MyCodec.java", CODEC_SOURCE)
                .zip(KOREAN));
    Taken taken = Taken.from(korean);
    assertThat(taken.ids()).containsExactly("lee", name);
    assertThat(taken.of(name).notices()).containsExactly("found lab01 in 과제; nothing of lab02");
    Path mac =
        Files.write(
            temp.resolve("mac.zip"),
            new Packed()
                .with(pieces + "/MyCodec.java", CODEC_SOURCE)
                .with("lee/MyCodec.java", CODEC_SOURCE)
                .zip());
    assertThat(Taken.from(mac).ids()).containsExactly("lee", "이영희");
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
    Taken taken = Taken.from(temp);
    assertThat(taken.submissions())
        .allSatisfy(each -> assertThat(each.of("lab01")).containsEntry(CODEC, source));
    assertThat(taken.notices("kim"))
        .containsExactly("MyCodec.java is no UTF-8; it is read as x-windows-949");
    assertThat(taken.notices("lee"))
        .containsExactly("MyCodec.java begins with a byte order mark; it is read without it");
    assertThat(taken.notices("park"))
        .containsExactly("MyCodec.java is no UTF-8; it is read as UTF-16LE");
  }

  @Test
  void archives_that_are_not_read_keep_their_row() throws Exception {
    folder.with("kim.7z", "7z").with("lee.zip", "no zip").with("park/MyCodec.java", CODEC_SOURCE);
    Taken taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("kim", "lee", "park");
    String why = " is not read: it is no archive that can be read (zip, tar, tar.gz and tar.bz2)";
    assertThat(taken.of("kim").notices()).containsExactly("kim.7z" + why);
    assertThat(taken.of("lee").notices()).containsExactly("lee.zip" + why);
    assertThat(taken.said()).contains("kim: kim.7z" + why, "lee: lee.zip" + why);
  }

  @Test
  void an_archive_without_submissions_and_one_that_is_damaged_are_one_line() throws Exception {
    Path empty = Files.write(temp.resolve("empty.zip"), new Packed().zip());
    Path half = temp.resolve("half.zip");
    byte[] whole = new Packed().with("kim/MyCodec.java", CODEC_SOURCE).zip();
    Files.write(half, Arrays.copyOf(whole, whole.length / 2));
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Taken.from(empty))
        .withMessageContaining("empty.zip holds no submissions; expected");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> Taken.from(half))
        .withMessageContaining("half.zip cannot be read: it is damaged or cut short");
  }
}
