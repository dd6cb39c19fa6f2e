package firsthop.grader.archives;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.intake.Folder;
import firsthop.grader.intake.IntakeLimits;
import firsthop.grader.intake.IntakeRun;
import firsthop.grader.intake.Packed;
import firsthop.grader.roster.Roster;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each limit: exactly at the limit, and one above it. */
@Timeout(60)
class ArchiveLimitsTest {
  private static final int MEBIBYTE = 1 << 20;

  @TempDir Path temp;
  private Folder folder;

  @BeforeEach
  void empty() {
    folder = new Folder(temp);
  }

  private record Limits(
      int entries, int depth, int archiveBytes, long unpacked, long held, int ratio, int nesting) {
    static final Limits WIDE = new Limits(1_000, 20, MEBIBYTE, 1L << 30, 1L << 30, 2_000, 2);

    IntakeLimits of() {
      return new IntakeLimits(
          1_000,
          30,
          100,
          4 * MEBIBYTE,
          8 * MEBIBYTE,
          new ArchiveLimits(
              entries, depth, archiveBytes, unpacked, held, ratio, nesting, Duration.ofMinutes(1)));
    }
  }

  private enum Kind {
    ZIP,
    TAR,
    TAR_GZ,
    TAR_XZ,
    SEVEN_ZIP;

    byte[] pack(Packed packed) {
      return switch (this) {
        case ZIP -> packed.zip();
        case TAR -> packed.tar();
        case TAR_GZ -> packed.tarGz();
        case TAR_XZ -> packed.tarXz();
        case SEVEN_ZIP -> packed.sevenZip();
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void entries(Kind kind) throws Exception {
    Packed packed = new Packed().with("MyCodec.java", CODEC_SOURCE).with("b", "").with("c/", "");
    assertRead(kind.pack(packed), entries(3));
    assertRefused(
        kind.pack(packed.with("d", "")),
        entries(3),
        "kim.zip is not read: it contains more than 3 files and folders");
  }

  private static Limits entries(int entries) {
    Limits wide = Limits.WIDE;
    return new Limits(entries, wide.depth, wide.archiveBytes, wide.unpacked, wide.held, 2_000, 2);
  }

  @ParameterizedTest
  @EnumSource
  void depth(Kind kind) throws Exception {
    Limits three = new Limits(1_000, 3, MEBIBYTE, 1L << 30, 1L << 30, 2_000, 2);
    assertRead(kind.pack(new Packed().with("1/2/MyCodec.java", CODEC_SOURCE)), three);
    assertRefused(
        kind.pack(new Packed().with("1/2/3/MyCodec.java", CODEC_SOURCE)),
        three,
        "1/2/3/MyCodec.java is left out: it is more than 3 levels deep");
  }

  @Test
  void a_path_of_ten_thousand_names_is_cheap() throws Exception {
    Packed packed = new Packed().with("MyCodec.java", CODEC_SOURCE);
    for (int i = 0; i < 100; i++) {
      packed.with(i + "/a".repeat(10_000), "");
    }
    assertRead(packed.zip(), entries(20_000));
  }

  @ParameterizedTest
  @EnumSource(names = {"TAR", "TAR_GZ", "TAR_XZ"})
  void the_unpacked_bytes_of_a_tar(Kind kind) throws Exception {
    Packed packed =
        new Packed().with("MyCodec.java", CODEC_SOURCE).with("pom.xml", new byte[9_000]);
    byte[] tar =
        new Packed().with("MyCodec.java", CODEC_SOURCE).with("pom.xml", new byte[9_000]).tar();
    assertRead(kind.pack(packed), unpacked(tar.length));
    assertRefused(
        kind.pack(packed),
        unpacked(9_000),
        "kim.zip is not read: all archives together unpack to more than 9000 bytes");
  }

  @Test
  void only_files_that_are_read_count_as_unpacked_bytes_of_a_zip() throws Exception {
    Packed packed =
        new Packed().with("MyCodec.java", CODEC_SOURCE).with("pom.xml", new byte[9_000]);
    assertRead(packed.zip(), unpacked(CODEC_SOURCE.length()));
    assertRefused(
        packed.zip(),
        unpacked(CODEC_SOURCE.length() - 1),
        "MyCodec.java is left out: all archives together unpack to more than "
            + (CODEC_SOURCE.length() - 1)
            + " bytes");
  }

  private static Limits unpacked(long bytes) {
    return new Limits(1_000, 20, MEBIBYTE, bytes, 1L << 30, 2_000, 2);
  }

  @Test
  void the_bytes_of_a_tar_kept_in_memory() throws Exception {
    byte[] tar =
        new Packed().with("MyCodec.java", CODEC_SOURCE).with("not-held.bin", "x".repeat(999)).tar();
    assertRead(tar, held(CODEC_SOURCE.length()));
    assertRefused(
        tar,
        held(CODEC_SOURCE.length() - 1),
        "kim.zip is not read: its sources and inner archives have more than "
            + (CODEC_SOURCE.length() - 1)
            + " bytes together");
  }

  private static Limits held(long bytes) {
    return new Limits(1_000, 20, MEBIBYTE, 1L << 30, bytes, 2_000, 2);
  }

  @Test
  void a_source_of_blanks_is_refused_above_the_ratio_and_a_mebibyte() throws Exception {
    String free = CODEC_SOURCE + " ".repeat(MEBIBYTE - CODEC_SOURCE.length());
    assertRead(new Packed().with("MyCodec.java", free).zip(), ratio(2));
    assertRefused(
        new Packed().with("MyCodec.java", free + " ").zip(),
        ratio(2),
        "MyCodec.java is left out: it unpacks to more than 2 times its size");
    assertRead(new Packed().with("MyCodec.java", free + " ").zip(), ratio(2_000));
  }

  @Test
  void a_tar_gz_of_zeros_is_refused_even_if_no_source_has_them() throws Exception {
    byte[] bomb =
        new Packed().with("MyCodec.java", CODEC_SOURCE).with("zeros", new byte[8 << 20]).tarGz();
    assertRead(bomb, ratio(2_000));
    assertRefused(
        bomb, ratio(100), "kim.zip is not read: it unpacks to more than 100 times its size");
  }

  private static Limits ratio(int ratio) {
    return new Limits(1_000, 20, MEBIBYTE, 1L << 30, 1L << 30, ratio, 2);
  }

  @ParameterizedTest
  @EnumSource
  void the_size_of_an_archive_in_an_archive(Kind kind) throws Exception {
    byte[] inner = new Packed().with("MyCodec.java", CODEC_SOURCE).zip();
    byte[] outer = kind.pack(new Packed().with("in.zip", inner));
    assertRead(outer, archiveBytes(inner.length));
    assertRefused(
        outer,
        archiveBytes(inner.length - 1),
        "in.zip is not read: " + "it is larger than " + (inner.length - 1) + " bytes");
  }

  private static Limits archiveBytes(int bytes) {
    return new Limits(1_000, 20, bytes, 1L << 30, 1L << 30, 2_000, 2);
  }

  @ParameterizedTest
  @EnumSource
  void archives_in_archives(Kind kind) throws Exception {
    byte[] two =
        kind.pack(
            new Packed().with("2.zip", new Packed().with("MyCodec.java", CODEC_SOURCE).zip()));
    assertRead(two, Limits.WIDE);
    assertRefused(
        kind.pack(new Packed().with("1.zip", two)),
        Limits.WIDE,
        "1.zip/2.zip is not read: it is already inside 2 archives");
  }

  @Test
  void a_directory_that_is_too_long_is_not_read_to_its_end() throws Exception {
    Packed packed = new Packed().with("MyCodec.java", CODEC_SOURCE);
    for (int i = 0; i < 20_000; i++) {
      packed.with("0123456789012345678901234567890123456789" + i, "");
    }
    assertRefused(packed.zip(), entries(10), "kim.zip is not read: its directory is too long");
  }

  @Test
  void a_zip_bomb_does_not_affect_other_files_of_the_submission() throws Exception {
    byte[] bomb = new Packed().with("zeros.java", new byte[64 << 20]).zip();
    byte[] bombs = new Packed().with("1.zip", bomb).with("2.zip", bomb).zip();
    folder.with(
        "kim.zip",
        new Packed()
            .with("MyCodec.java", CODEC_SOURCE)
            .with("zeros.bin", new byte[64 << 20])
            .with("bombs.zip", bombs)
            .zip());
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.of("kim").of("lab01")).containsOnlyKeys(CODEC);
    assertThat(run.notices("kim"))
        .contains("bombs.zip/1.zip is not read: it is already inside 2 archives");
  }

  private void assertRead(byte[] archive, Limits limits) throws Exception {
    folder.with("kim.zip", archive);
    IntakeRun run = IntakeRun.from(temp, Roster.NONE, limits.of());
    assertThat(run.of("kim").of("lab01")).as("%s", run.output()).containsOnlyKeys(CODEC);
  }

  private void assertRefused(byte[] archive, Limits limits, String why) throws Exception {
    folder.with("kim.zip", archive);
    IntakeRun run = IntakeRun.from(temp, Roster.NONE, limits.of());
    assertThat(run.of("kim").sources()).isEmpty();
    assertThat(run.of("kim").notices()).containsExactly(why);
    assertThat(run.output()).contains("kim: " + why);
  }
}
