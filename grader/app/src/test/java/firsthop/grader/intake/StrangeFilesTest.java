package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items that are not regular files, and files that are not in UTF-8. */
class StrangeFilesTest {
  private static final String MINE = "package firsthop.addresses;\npublic class MyCodec {}\n";

  @TempDir Path temp;
  private Folder handedIn;

  @BeforeEach
  void empty() {
    handedIn = new Folder(temp);
  }

  @Test
  void links_are_not_followed_and_give_a_notice(@TempDir Path elsewhere) throws Exception {
    new Folder(elsewhere).with("MyCodec.java", MINE);
    handedIn
        .withLink("MyCodec.java", elsewhere.resolve("MyCodec.java"))
        .withLink("folder", elsewhere)
        .withLink("circle/again", temp)
        .withLink("dangling", Path.of("/does/not/exist"));
    assertThat(read().sources()).isEmpty();
    assertThat(read().notices())
        .containsExactly(
            "MyCodec.java is left out: links are not followed",
            "circle/again is left out: links are not followed",
            "dangling is left out: links are not followed",
            "folder is left out: links are not followed");
  }

  @Test
  void a_pipe_is_not_opened() throws Exception {
    Process mkfifo = new ProcessBuilder("mkfifo", temp.resolve("MyCodec.java").toString()).start();
    assumeTrue(mkfifo.waitFor() == 0, "needs mkfifo");
    assertThat(read().notices())
        .containsExactly("MyCodec.java is left out: it is not a regular file");
  }

  @Test
  void hidden_files_are_ignored() throws Exception {
    handedIn.with(".git/MyCodec.java", MINE).with("__MACOSX/._MyCodec.java", "\0\5\26\7");
    assertThat(read()).isEqualTo(new Submission("kim", Map.of(), List.of()));
  }

  @Test
  void other_encodings_are_read_with_a_notice() throws Exception {
    handedIn.with("MyCodec.java", ("\uFEFF" + MINE).getBytes(StandardCharsets.UTF_16LE));
    assertThat(read().of("lab01")).containsEntry(CODEC, MINE);
    assertThat(read().notices())
        .containsExactly("MyCodec.java is not in UTF-8; it is read as UTF-16LE");
  }

  @Test
  void an_unreadable_file_does_not_affect_the_others(@TempDir Path zips) throws Exception {
    Path zip = zips.resolve("broken.zip");
    try (FileSystem packed = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
      Files.writeString(packed.getPath("/MyCodec.java"), MINE + MINE);
      Files.writeString(packed.getPath("/MyEcho.java"), "package firsthop.udp;");
    }
    spoil(zip, "MyCodec.java");
    try (FileSystem packed = FileSystems.newFileSystem(zip)) {
      Submission read =
          new SourceFinder(COURSE, IntakeLimits.STANDARD, packed.getPath("/")).read("kim");
      assertThat(read.sources().keySet()).containsExactly("lab02");
      assertThat(read.notices())
          .singleElement()
          .asString()
          .startsWith("MyCodec.java cannot be read: ");
    }
  }

  /** Overwrites the first byte of an entry's deflated data with an invalid block type. */
  private static void spoil(Path zip, String entry) throws IOException {
    byte[] bytes = Files.readAllBytes(zip);
    int name = new String(bytes, StandardCharsets.ISO_8859_1).indexOf(entry);
    int extraBytes = bytes[name - 2] & 0xFF;
    bytes[name + entry.length() + extraBytes] = (byte) 0xFF;
    Files.write(zip, bytes);
  }

  private Submission read() {
    return new SourceFinder(COURSE, IntakeLimits.STANDARD, temp).read("kim");
  }
}
