package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.Taken.CODEC_SOURCE;
import static firsthop.grader.intake.Taken.ECHO_SOURCE;
import static firsthop.grader.intake.Taken.MASK_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong with one archive costs that submission what it must, is told, and costs no other.
 */
@Timeout(60)
class HostileArchivesTest {
  /** Offsets in the central directory's record of an entry, and in the local one. */
  private static final int FLAGS_AT = 8;

  private static final int METHOD_AT = 10;
  private static final int CRC_AT = 16;
  private static final int SIZE_AT = 24;

  @TempDir Path temp;
  private Folder folder;

  @BeforeEach
  void one_honest_student() throws Exception {
    folder = new Folder(temp).with("lee.zip", new Packed().with("a.java", CODEC_SOURCE).zip());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../../lee/MyMask.java",
        "a/../../MyMask.java",
        "..\\..\\MyMask.java",
        "/etc/MyMask.java",
        "\\\\host\\share\\MyMask.java",
        "C:\\MyMask.java",
        "C:MyMask.java"
      })
  void a_path_that_leads_out_is_left_out_and_the_rest_is_graded(String path) throws Exception {
    Packed packed = new Packed().with(path, MASK_SOURCE).with("MyCodec.java", CODEC_SOURCE);
    folder.with("kim.zip", packed.zip()).with("park.tar", packed.tar());
    Taken taken = Taken.from(temp);
    for (String id : new String[] {"kim", "park"}) {
      assertThat(taken.of(id).of("lab01")).containsOnlyKeys(CODEC);
      assertThat(taken.notices(id))
          .singleElement()
          .asString()
          .contains("is left out: ")
          .endsWith("leads out of the archive");
    }
    assertHonestStudentIsGraded(taken);
  }

  @Test
  void links_and_devices_are_not_followed() throws Exception {
    folder
        .with(
            "kim.tar",
            new Packed()
                .withLink("MyMask.java", "/etc/passwd")
                .with("hard.java", TarConstants.LF_LINK, "/etc/passwd")
                .with("pipe.java", TarConstants.LF_FIFO, "")
                .with("disk.java", TarConstants.LF_BLK, "")
                .with("MyCodec.java", CODEC_SOURCE)
                .tar())
        .with(
            "park.zip",
            new Packed().withLink("src", "/etc").with("MyCodec.java", CODEC_SOURCE).zip());
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.notices("kim"))
        .containsExactly(
            "MyMask.java is left out: links are not followed",
            "disk.java is left out: it is no regular file",
            "hard.java is left out: links are not followed",
            "pipe.java is left out: it is no regular file");
    assertThat(taken.of("park").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(taken.notices("park")).containsExactly("src is left out: links are not followed");
  }

  @Test
  void of_two_files_at_one_path_the_last_counts_as_when_they_are_unpacked() throws Exception {
    Packed twice =
        new Packed()
            .with("MyCodec.java", CODEC_SOURCE + "// first\n")
            .with("./MyCodec.java", CODEC_SOURCE);
    folder.with("kim.zip", twice.zip()).with("park.tar", twice.tar());
    Taken taken = Taken.from(temp);
    for (String id : new String[] {"kim", "park"}) {
      assertThat(taken.of(id).of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
      assertThat(taken.notices(id))
          .containsExactly("./MyCodec.java is in the archive more than once; the last one counts");
    }
  }

  @Test
  void names_that_differ_in_capitals_only_are_two_files_and_two_rows() throws Exception {
    folder.with(
        "kim.zip",
        new Packed()
            .with("mycodec.java", CODEC_SOURCE + "// small\n")
            .with("MyCodec.java", CODEC_SOURCE)
            .zip());
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(taken.notices("kim"))
        .containsExactly("mycodec.java is left out: another " + CODEC + " was found before it");
    folder.with("KIM/MyEcho.java", ECHO_SOURCE);
    taken = Taken.from(temp);
    assertThat(taken.ids()).containsExactly("KIM", "kim-2", "lee");
    assertThat(taken.notices("kim-2").get(0))
        .isEqualTo("its row is kim-2: kim is another's, or some system takes it for another's");
  }

  @Test
  void a_name_that_no_file_system_takes_is_cut() throws Exception {
    String name = "가".repeat(100);
    Path zip = temp.resolve("class.zip");
    java.nio.file.Files.write(
        zip,
        new Packed()
            .with(name + "1/MyCodec.java", CODEC_SOURCE)
            .with(name + "2/MyCodec.java", CODEC_SOURCE)
            .zip());
    assertThat(Taken.from(zip).ids()).containsExactly("가".repeat(80), "가".repeat(80) + "-2");
  }

  @Test
  void an_encrypted_zip_is_not_read() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    directory(zip).putShort(FLAGS_AT, (short) (directory(zip).getShort(FLAGS_AT) | 1));
    assertRefused(zip, "kim.zip is not read: it is encrypted");
  }

  @Test
  void a_size_that_is_not_what_comes_out_is_told() throws Exception {
    for (int size : new int[] {1, CODEC_SOURCE.length() - 1, CODEC_SOURCE.length() + 1, -1}) {
      byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
      directory(zip).putInt(SIZE_AT, size);
      long declared = Integer.toUnsignedLong(size);
      assertRefused(
          zip,
          "MyCodec.java is left out: the archive is damaged: the size is not "
              + declared
              + ", as it says");
    }
  }

  @Test
  void a_checksum_that_is_another_is_told() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    directory(zip).putInt(CRC_AT, 1);
    assertRefused(zip, "MyCodec.java is left out: the archive is damaged: the checksum is another");
  }

  @Test
  void a_method_that_is_not_read_is_told() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    directory(zip).putShort(METHOD_AT, (short) 12);
    assertRefused(zip, "MyCodec.java is left out: it is packed by method 12, which is not read");
  }

  @Test
  void an_archive_that_is_cut_off_anywhere_never_ends_the_run() throws Exception {
    Packed packed = new Packed().with("MyCodec.java", CODEC_SOURCE).with("b.txt", "b".repeat(99));
    for (byte[] whole : new byte[][] {packed.zip(), packed.tarGz(), packed.tarBz2()}) {
      for (int length = 0; length < whole.length; length++) {
        folder.with("kim.zip", Arrays.copyOf(whole, length));
        Taken taken = Taken.from(temp);
        assertThat(taken.of("kim").notices()).as("%d bytes", length).isNotEmpty();
        assertHonestStudentIsGraded(taken);
      }
    }
  }

  @Test
  void a_byte_that_is_turned_anywhere_never_ends_the_run() throws Exception {
    Packed packed = new Packed().with("a/MyCodec.java", CODEC_SOURCE).withLink("l", "m");
    for (byte[] whole : new byte[][] {packed.zip(), packed.tarGz(), packed.tar()}) {
      for (int at = 0; at < Math.min(whole.length, 1_100); at++) {
        byte[] turned = whole.clone();
        turned[at] ^= (byte) 0xFF;
        folder.with("kim.zip", turned);
        assertHonestStudentIsGraded(Taken.from(temp));
      }
    }
  }

  private void assertRefused(byte[] zip, String why) throws Exception {
    folder.with("kim.zip", zip);
    Taken taken = Taken.from(temp);
    assertThat(taken.of("kim").sources()).isEmpty();
    assertThat(taken.of("kim").notices()).singleElement().asString().startsWith(why);
    assertThat(taken.said()).anyMatch(line -> line.startsWith("kim: " + why));
    assertHonestStudentIsGraded(taken);
  }

  private static void assertHonestStudentIsGraded(Taken taken) {
    assertThat(taken.of("lee").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
  }

  /** Returns a zip from where its directory's first entry begins. */
  private static ByteBuffer directory(byte[] zip) {
    int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    return ByteBuffer.wrap(zip, at, zip.length - at).slice().order(ByteOrder.LITTLE_ENDIAN);
  }
}
