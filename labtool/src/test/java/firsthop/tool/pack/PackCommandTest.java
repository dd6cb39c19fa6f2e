package firsthop.tool.pack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.tool.MadeUpHandout;
import firsthop.tool.ToolException;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackCommandTest {
  private static final String FOLDER = "lab09-sums/src/main/java/firsthop/sums/";

  @TempDir Path temp;
  private MadeUpHandout handout;

  @BeforeEach
  void makeUp() throws Exception {
    handout = new MadeUpHandout(temp);
    handout.with(
        StudentFiles.GIVEN,
        FOLDER + "Adder.java\n" + FOLDER + "Doubler.java\n" + FOLDER + "MyAdder.java\n");
    handout.with(FOLDER + "Carry.java", "package firsthop.sums; class Carry {}");
    handout.with(FOLDER + "notes.txt", "not a source");
  }

  @AfterEach
  void close() {
    handout.close();
  }

  @Test
  void exactly_the_files_of_the_student_are_in_it() throws Exception {
    assertThat(pack()).contains("3 files are in", "nothing is open");
    try (ZipFile zip = new ZipFile(temp.resolve("firsthop-submission.zip").toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(
              FOLDER + "Carry.java", FOLDER + "MyAdder.java", FOLDER + "MyDoubler.java");
    }
  }

  @Test
  void the_same_files_make_the_same_octets_whenever_they_were_saved() throws Exception {
    pack();
    byte[] first = Files.readAllBytes(temp.resolve("firsthop-submission.zip"));
    Files.setLastModifiedTime(handout.source("MyAdder.java"), FileTime.fromMillis(1));
    pack("--out", temp.resolve("again.zip").toString());
    assertThat(temp.resolve("again.zip")).hasBinaryContent(first);
  }

  @Test
  void what_is_open_and_what_does_not_compile_is_said_and_packed_all_the_same() throws Exception {
    handout.with(FOLDER + "MyAdder.java", MadeUpHandout.adder("throw Todo.exercise(\"9.1\");"));
    assertThat(pack())
        .contains("open: 9.1", "does not compile: lab09-sums, MyAdder.java:3:", "3 files are in");
  }

  @Test
  void without_the_list_of_given_files_nothing_is_guessed() throws Exception {
    Files.delete(temp.resolve(StudentFiles.GIVEN));
    assertThatExceptionOfType(ToolException.class)
        .isThrownBy(this::pack)
        .withMessageContaining("is missing; it comes with the handout");
    assertThat(temp.resolve("firsthop-submission.zip")).doesNotExist();
  }

  private String pack(String... words) throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new PackCommand().run(List.of(words), new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8);
  }
}
