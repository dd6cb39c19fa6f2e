package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.archives.Archive;
import firsthop.grader.archives.ArchiveLimits;
import firsthop.grader.archives.Item;
import firsthop.grader.archives.Notices;
import firsthop.grader.archives.RefusedArchiveException;
import firsthop.grader.common.BadInputException;
import firsthop.grader.roster.RosterFile;
import firsthop.grader.submission.Submission;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What one student's submission could do to the grading of a class. */
@Timeout(60)
class HostileDeskTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path temp;

  @Test
  void many_small_zip_bombs_share_one_limit() throws Exception {
    byte[] random = new byte[330 << 10];
    new Random(1).nextBytes(random);
    byte[] bomb = new Packed().with("pad", random).with("x.zip", new byte[63 * MEBIBYTE]).tarGz();
    Packed bombs = new Packed();
    for (int i = 0; i < 30; i++) {
      bombs.with(i + ".tar.gz", bomb);
    }
    new Folder(temp).with("kim/w.zip", bombs.zip()).with("lee/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("lee").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.notices("kim"))
        .contains(
            "w.zip/29.tar.gz is not read: all archives together unpack to more than 268435456 bytes");
    assertThat(run.of("kim").lost()).isTrue();
  }

  @Test
  void archives_inside_archives_share_the_limit_for_memory() throws Exception {
    Packed inner = new Packed();
    for (int i = 0; i < 3; i++) {
      byte[] random = new byte[30 * MEBIBYTE];
      new Random(i).nextBytes(random);
      inner.with(i + ".zip", new Packed().with("pad", random).zip());
    }
    new Folder(temp).with("kim/w.zip", inner.zip()).with("lee/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).notices("kim"))
        .contains(
            "w.zip/2.zip is not read: its sources and inner archives have more than 67108864 bytes"
                + " together");
  }

  @Test
  void overlapping_files_of_a_zip_are_refused() throws Exception {
    byte[] random = new byte[100 << 10];
    new Random(1).nextBytes(random);
    byte[] zip = new Packed().with("1.bin", random).with("2.bin", "").zip();
    int first = Bytes.find(zip, "PK\1\2", 0);
    int second = Bytes.find(zip, "PK\1\2", first + 4);
    // The second file gets the size and the offset of the first.
    System.arraycopy(zip, first + 20, zip, second + 20, 4);
    System.arraycopy(zip, first + 42, zip, second + 42, 4);
    new Folder(temp).with("kim.zip", zip).with("lee/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).notices("kim"))
        .containsExactly("kim.zip is not read: it is damaged: its files overlap");
  }

  @Test
  void a_sparse_file_is_not_read() throws Exception {
    byte[] tar = Bytes.sparseTar("x.bin", new Packed().with("MyCodec.java", CODEC_SOURCE).tar());
    new Folder(temp).with("kim.tar", tar).with("lee/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).notices("kim"))
        .containsExactly(
            "kim.tar is not read: it contains a sparse file, x.bin; pack it without --sparse");
  }

  @Test
  void reading_stops_after_the_time_limit() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    AtomicLong seconds = new AtomicLong();
    Archive.Opener slow =
        new Archive.Opener(ArchiveLimits.STANDARD, () -> seconds.getAndAdd(15) * 1_000_000_000L);
    assertThatExceptionOfType(RefusedArchiveException.class)
        .isThrownBy(
            () ->
                slow.open(
                    new Item.File("kim.zip", 0, Item.Content.of(zip)), name -> 0, new Notices()))
        .withMessage("reading it takes longer than 20 seconds");
  }

  @Test
  void long_names_are_limited_in_each_file_and_in_total() throws Exception {
    String[] names = new String[90];
    Arrays.setAll(names, i -> "\1".repeat(60_000) + i + ".java");
    new Folder(temp)
        .with("kim.tar", Bytes.longNames(names))
        .with("park.tar", Bytes.longNames("x".repeat(70_000)))
        .with("lee/MyCodec.java", CODEC_SOURCE);
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.notices("park"))
        .containsExactly("park.tar is not read: the header of one of its files is too long");
    assertThat(run.notices("kim").stream().mapToInt(String::length).sum())
        .isLessThan(Notices.MAX * (Notices.MAX_CHARS + 10));
    assertThat(run.notices("kim").get(0))
        .endsWith(".java is left out: a file name can have at most 255 characters");
    assertThat(run.notices("kim"))
        .last()
        .asString()
        .contains("is not read: its names have more than 5120000 characters together");
  }

  @Test
  void a_class_name_that_is_too_long_for_a_file_is_left_out() throws Exception {
    String name = "A".repeat(60_000);
    new Folder(temp)
        .with("kim/A.java", "package firsthop.addresses;\npublic class " + name + " {}\n")
        .with("lee/MyCodec.java", CODEC_SOURCE);
    assertThat(IntakeRun.from(temp).of("kim").lines().keySet())
        .allSatisfy(file -> assertThat(file).hasSizeLessThan(256));
  }

  @Test
  void a_cut_download_is_not_read_as_an_archive_inside_it() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    byte[] download = Bytes.stored("doejane_1_10_a.zip", zip, "leesu_2_20_b.zip", zip);
    Path path = Files.write(temp.resolve("class.zip"), download);
    assertThat(IntakeRun.from(path).ids()).containsExactly("doejane_1", "leesu_2");
    Files.write(path, Arrays.copyOf(download, download.length / 2));
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(() -> IntakeRun.from(path))
        .withMessageContaining("class.zip cannot be read: it is damaged or incomplete");
  }

  @Test
  void an_unreadable_archive_is_not_the_same_as_no_work() throws Exception {
    byte[] zip = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    new Folder(temp)
        .with("cut.zip", Arrays.copyOf(zip, zip.length / 2))
        .with("text.zip", "not a zip")
        .with("none.zip", "")
        .with("other.7z", "7z")
        .with("pdf/report.pdf", "")
        .with("lee.zip", zip);
    IntakeRun run = IntakeRun.from(temp);
    for (String id : new String[] {"cut", "text", "none", "other", "pdf"}) {
      assertThat(run.of(id).lost()).as(id).isTrue();
    }
    assertThat(run.notices("cut"))
        .containsExactly("cut.zip is not read: it is damaged or incomplete");
    assertThat(run.of("lee").lost()).isFalse();
  }

  @Test
  void a_submission_without_any_lab_file_is_reported_with_a_roster_too() throws Exception {
    new Folder(temp.resolve("all"))
        .with("kim/report.pdf", "")
        .with("lee/MyCodec.java", CODEC_SOURCE);
    Path roster =
        Files.writeString(temp.resolve("r.csv"), "id,person,group\nkim,Kim,A\nlee,Lee,A\n");
    assertThat(IntakeRun.from(temp.resolve("all"), RosterFile.read(roster)).output())
        .contains("kim: report.pdf is left out: only Java sources are graded");
  }

  @Test
  void results_named_through_a_link_are_not_a_submission() throws Exception {
    new Folder(temp.resolve("real"))
        .with("kim/MyCodec.java", CODEC_SOURCE)
        .with("grades/grades.csv", "");
    Path link = Files.createSymbolicLink(temp.resolve("link"), temp.resolve("real"));
    assertThat(new Intake(COURSE, IntakeLimits.STANDARD).take(link, link.resolve("grades")))
        .extracting(Submission::id)
        .containsExactly("kim");
  }

  /** Archives that no packing program creates. */
  private static final class Bytes {
    static int find(byte[] bytes, String text, int from) {
      return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text, from);
    }

    /** Returns a zip of two uncompressed files. */
    static byte[] stored(String one, byte[] first, String two, byte[] second) throws Exception {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
        zip.setLevel(0);
        zip.putNextEntry(new ZipEntry(one));
        zip.write(first);
        zip.putNextEntry(new ZipEntry(two));
        zip.write(second);
      }
      return bytes.toByteArray();
    }

    /** Returns a tar that begins with a sparse file of GNU tar: 8 GiB of zeros and one byte. */
    static byte[] sparseTar(String name, byte[] rest) {
      byte[] head = header(name, 'S', 1);
      put(head, 386, "77777777776\0" + "00000000001\0");
      put(head, 483, "77777777777\0");
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      all.writeBytes(sealed(head));
      all.writeBytes(new byte[512]);
      all.writeBytes(rest);
      return all.toByteArray();
    }

    /** Returns a tar of empty files with long names; the library's own writer cannot write it. */
    static byte[] longNames(String... names) {
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      for (String name : names) {
        byte[] bytes = (name + "\0").getBytes(StandardCharsets.ISO_8859_1);
        all.writeBytes(sealed(header("././@LongLink", 'L', bytes.length)));
        all.writeBytes(Arrays.copyOf(bytes, (bytes.length + 511) / 512 * 512));
        all.writeBytes(sealed(header("short", '0', 0)));
      }
      all.writeBytes(new byte[1024]);
      return all.toByteArray();
    }

    private static byte[] header(String name, char type, int size) {
      byte[] head = new byte[512];
      put(head, 0, name);
      put(head, 100, "0000644\0");
      put(head, 124, String.format("%011o\0", size));
      put(head, 136, "00000000000\0");
      put(head, 156, String.valueOf(type));
      put(head, 257, "ustar  \0");
      return head;
    }

    /** Sets the checksum, which is computed with blanks in its own bytes. */
    private static byte[] sealed(byte[] head) {
      put(head, 148, "        ");
      int sum = 0;
      for (byte each : head) {
        sum += each & 0xFF;
      }
      put(head, 148, String.format("%06o\0 ", sum));
      return head;
    }

    private static void put(byte[] into, int at, String text) {
      byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(bytes, 0, into, at, bytes.length);
    }
  }
}
