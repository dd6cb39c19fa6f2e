package firsthop.grader.archives;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.intake.Folder;
import firsthop.grader.intake.IntakeRun;
import firsthop.grader.intake.Packed;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Base64;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is special about a 7z: chains of compressors, a packed list of files, encryption. */
@Timeout(60)
class SevenZipTest {
  /** MyCodec.java and a/notes.bin, packed by 7-Zip 16.02 with {@code 7z a}. */
  private static final String BY_7ZIP =
      "N3q8ryccAAS+agaTuAAAAAAAAAAhAAAAAAAAAAAaWikBADRwYWNrYWdlIGZpcnN0aG9wLmFkZHJlc3Nl"
          + "czsKcHVibGljIGNsYXNzIE15Q29kZWMge30KeAAAAIEzB64P0YkKnKCQoHdexUAYjoQJNqTpYGD6YOYU"
          + "O7hboELnBAwLWT05S8c/ChqXsmMwuv3uDGw42afrYe3J6gpaNCpoAwOpMWK0ZP/nvvTRPPVbGPQ/xyhO"
          + "1tC7AGgcI7pm5xUsxQY6DYnsw9wGuujstOBpNKDKDBzAAAAAFwY5AQl/AAcLAQABIwMBAQVdABAAAAyA"
          + "mgoBUL0uKwAA";

  /** MyCodec.java, packed with {@code 7z a -psecret -mhe=on}: the list of files is encrypted. */
  private static final String ENCRYPTED_LIST =
      "N3q8ryccAAQLP9UCwAAAAAAAAAAvAAAAAAAAABuaaR5AcF+RBZwM12OCxR1Urtz7sRCH1WyCTXnS5C5S"
          + "jfi7M3RZ6IaERYAl6SzLjvU9DfswlMOuV5GImfWexbAWvHEyz9rfI4H0xCRtslfsXIdG8mjmcEHqkBAL"
          + "Ue7IK8A3XUFea4186b/08IWThCcJBvdLjjy0S8zi2JKjrNXNKAibhuGatuV9O+Yqdy9xtZeyDDLLSmxK"
          + "xODUN9SrX1LmNWXovSkeoj4pyrTzJHx7QsvMQ3VNB+rGoBmBufrAX1gPlIMXBkABCYCAAAcLAQABJAbx"
          + "BwESUw+d/Q1z2HxImxBYLQj+C82pDHIKAZrO4TkAAA==";

  /** The same with {@code 7z a -psecret}: only the files are encrypted. */
  private static final String ENCRYPTED_FILES =
      "N3q8ryccAARu+7IwQAAAAAAAAAByAAAAAAAAAPLHz6o8DbstaqgbHY+ZcYH9FcumPcvvh8gWmw2nvRyS"
          + "PAqjkCkMSkbS3bmhi0wMPgi9JBMxA+cqX0FA3nEvMMnTw3QpAQQGAAEJQAAHCwEAAiQG8QcBElMPK+Pp"
          + "uFPVWLJwKivVHB99diEhAQABAAw4NAAICgG/eFp0AAAFARkBABEbAE0AeQBDAG8AZABlAGMALgBqAGEA"
          + "dgBhAAAAGQAUCgEAAMBGzTdR3QEVBgEAIICkgQAA";

  @TempDir Path temp;

  @Test
  void what_7_zip_itself_makes_is_read() throws Exception {
    assertThat(read(decoded(BY_7ZIP)).of("kim").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
  }

  @Test
  void an_encrypted_one_is_not_read() throws Exception {
    assertRefused(decoded(ENCRYPTED_FILES), "it is encrypted");
    assertRefused(decoded(ENCRYPTED_LIST), "it is encrypted");
  }

  @Test
  void a_filter_before_a_compressor_is_read_and_a_second_compressor_is_not() throws Exception {
    Packed packed = new Packed().with("MyCodec.java", CODEC_SOURCE);
    byte[] filtered = packed.sevenZip(SevenZMethod.LZMA2, SevenZMethod.DELTA_FILTER);
    assertThat(read(filtered).of("kim").of("lab01")).containsEntry(CODEC, CODEC_SOURCE);
    assertRefused(
        packed.sevenZip(SevenZMethod.DEFLATE, SevenZMethod.LZMA2), "its files are packed twice");
  }

  @Test
  void a_list_of_files_that_is_packed_twice_is_not_unpacked() throws Exception {
    byte[] archive = decoded(BY_7ZIP);
    ByteBuffer bytes = ByteBuffer.wrap(archive).order(ByteOrder.LITTLE_ENDIAN);
    int description = 32 + (int) bytes.getLong(12);
    // 17: packed; 06 position 01 09 size [0A 01 checksum] 00; 07 0B 01 00; then the methods.
    int at = description;
    while (!(archive[at] == 0x0B && archive[at + 1] == 1 && archive[at + 2] == 0)) {
      at++;
    }
    assertThat(archive[at + 3]).as("how many methods unpack it").isEqualTo((byte) 1);
    archive[at + 3] = 2;
    assertRefused(archive, "its list of files is packed in a way that is not supported");
  }

  @Test
  void zeros_in_a_file_that_nobody_reads_count_too() throws Exception {
    assertRefused(
        new Packed().with("zeros", new byte[8 << 20]).with("MyCodec.java", CODEC_SOURCE).sevenZip(),
        "it unpacks to more than 200 times its size");
  }

  private void assertRefused(byte[] archive, String why) throws Exception {
    IntakeRun run = read(archive);
    assertThat(run.of("kim").sources()).isEmpty();
    assertThat(run.of("kim").lost()).isTrue();
    assertThat(run.of("kim").notices()).containsExactly("kim.7z is not read: " + why);
  }

  private IntakeRun read(byte[] archive) throws Exception {
    new Folder(temp).with("kim.7z", archive).with("lee/MyCodec.java", CODEC_SOURCE);
    return IntakeRun.from(temp);
  }

  private static byte[] decoded(String base64) {
    return Base64.getDecoder().decode(base64);
  }
}
