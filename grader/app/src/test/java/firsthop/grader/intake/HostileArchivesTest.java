package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static firsthop.grader.intake.IntakeRun.MASK_SOURCE;
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

/** A bad archive gives a notice on its own submission and does not affect the others. */
@Timeout(60)
class HostileArchivesTest {
  /** Offsets in the record of an entry in the central directory. */
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
    IntakeRun run = IntakeRun.from(temp);
    for (String id : new String[] {"kim", "park"}) {
      assertThat(run.of(id).of("lab01")).containsOnlyKeys(CODEC);
      assertThat(run.notices(id))
          .singleElement()
          .asString()
          .contains("is left out: ")
          .endsWith("leads out of the archive");
    }
    assertHonestStudentIsGraded(run);
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
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.notices("kim"))
        .containsExactly(
            "MyMask.java is left out: links are not followed",
            "disk.java is left out: it is not a regular file",
            "hard.java is left out: links are not followed",
            "pipe.java is left out: it is not a regular file");
    assertThat(run.of("park").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.notices("park")).containsExactly("src is left out: links are not followed");
  }

  @Test
  void the_last_of_two_files_with_one_path_counts() throws Exception {
    Packed twice =
        new Packed()
            .with("MyCodec.java", CODEC_SOURCE + "// first\n")
            .with("./MyCodec.java", CODEC_SOURCE);
    folder.with("kim.zip", twice.zip()).with("park.tar", twice.tar());
    IntakeRun run = IntakeRun.from(temp);
    for (String id : new String[] {"kim", "park"}) {
      assertThat(run.of(id).of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
      assertThat(run.notices(id))
          .containsExactly("./MyCodec.java is in the archive more than once; the last one counts");
    }
  }

  @Test
  void names_that_differ_only_in_case_are_two_files_and_two_rows() throws Exception {
    folder.with(
        "kim.zip",
        new Packed()
            .with("mycodec.java", CODEC_SOURCE + "// small\n")
            .with("MyCodec.java", CODEC_SOURCE)
            .zip());
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertThat(run.notices("kim"))
        .containsExactly(
            "there are different copies of MyCodec: MyCodec.java is graded, because its name is that of"
                + " its class (nothing says which one is newer); left out: mycodec.java");
    folder.with("KIM/MyEcho.java", ECHO_SOURCE);
    run = IntakeRun.from(temp);
    assertThat(run.ids()).containsExactly("KIM", "kim-2", "lee");
    assertThat(run.notices("kim-2").get(0))
        .isEqualTo(
            "its row is named kim-2: another submission has the name kim, or a name that some systems"
                + " treat as the same");
  }

  @Test
  void a_name_that_is_too_long_for_a_file_system_is_cut() throws Exception {
    String name = "가".repeat(100);
    Path zip = temp.resolve("class.zip");
    java.nio.file.Files.write(
        zip,
        new Packed()
            .with(name + "1/MyCodec.java", CODEC_SOURCE)
            .with(name + "2/MyCodec.java", CODEC_SOURCE)
            .zip());
    assertThat(IntakeRun.from(zip).ids()).containsExactly("가".repeat(80), "가".repeat(80) + "-2");
  }

  @Test
  void an_encrypted_zip_is_not_read() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    directory(zip).putShort(FLAGS_AT, (short) (directory(zip).getShort(FLAGS_AT) | 1));
    assertRefused(zip, "kim.zip is not read: it is encrypted");
  }

  @Test
  void a_wrong_size_gives_a_notice() throws Exception {
    for (int size : new int[] {1, CODEC_SOURCE.length() - 1, CODEC_SOURCE.length() + 1, -1}) {
      byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
      directory(zip).putInt(SIZE_AT, size);
      long declared = Integer.toUnsignedLong(size);
      assertRefused(
          zip,
          "MyCodec.java is left out: the archive is damaged: the file does not have its recorded"
              + " size of "
              + declared
              + " bytes");
    }
  }

  @Test
  void a_wrong_checksum_gives_a_notice() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    directory(zip).putInt(CRC_AT, 1);
    assertRefused(
        zip,
        "MyCodec.java is left out: the archive is damaged: the checksum of the file does not match");
  }

  @Test
  void an_unsupported_method_gives_a_notice() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    directory(zip).putShort(METHOD_AT, (short) 12);
    assertRefused(
        zip, "MyCodec.java is left out: it is packed with method 12, which is not supported");
  }

  @Test
  void an_archive_that_is_cut_at_any_byte_never_stops_the_run() throws Exception {
    Packed packed = new Packed().with("MyCodec.java", CODEC_SOURCE).with("b.txt", "b".repeat(99));
    for (byte[] whole :
        new byte[][] {
          packed.zip(), packed.tarGz(), packed.tarBz2(), packed.tarXz(), packed.sevenZip()
        }) {
      for (int length = 0; length < whole.length; length++) {
        folder.with("kim.zip", Arrays.copyOf(whole, length));
        IntakeRun run = IntakeRun.from(temp);
        assertThat(run.of("kim").notices()).as("%d bytes", length).isNotEmpty();
        assertHonestStudentIsGraded(run);
      }
    }
  }

  @Test
  void an_archive_with_any_byte_inverted_never_stops_the_run() throws Exception {
    Packed packed = new Packed().with("a/MyCodec.java", CODEC_SOURCE).withLink("l", "m");
    for (byte[] whole :
        new byte[][] {
          packed.zip(), packed.tarGz(), packed.tar(), packed.tarXz(), packed.sevenZip()
        }) {
      for (int at = 0; at < Math.min(whole.length, 1_100); at++) {
        byte[] inverted = whole.clone();
        inverted[at] ^= (byte) 0xFF;
        folder.with("kim.zip", inverted);
        assertHonestStudentIsGraded(IntakeRun.from(temp));
      }
    }
  }

  private void assertRefused(byte[] zip, String why) throws Exception {
    folder.with("kim.zip", zip);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim").sources()).isEmpty();
    assertThat(run.of("kim").notices()).singleElement().asString().startsWith(why);
    assertThat(run.output()).anyMatch(line -> line.startsWith("kim: " + why));
    assertHonestStudentIsGraded(run);
  }

  private static void assertHonestStudentIsGraded(IntakeRun run) {
    assertThat(run.of("lee").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
  }

  /** Returns the bytes of a zip from the first entry of its directory on. */
  private static ByteBuffer directory(byte[] zip) {
    int at = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    return ByteBuffer.wrap(zip, at, zip.length - at).slice().order(ByteOrder.LITTLE_ENDIAN);
  }
}
