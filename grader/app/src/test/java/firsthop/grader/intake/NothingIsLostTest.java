package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.GIVEN_CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.submission.Submission;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of one submission that are not sources, or not under the names that the labs ask for. */
class NothingIsLostTest {
  @TempDir Path temp;
  private Folder folder;

  @BeforeEach
  void empty() {
    folder = new Folder(temp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MyCodec.java.txt",
        "MyCodec.txt",
        "homework.txt",
        "MyCodec.TEXT",
        "mycodec.java",
        "MyCodec.JAVA",
        "My Codec (final).java",
        "MyCodec.java.java",
        "MyCodec",
        "MyCodec.java (1)",
        "MyCodec.java.bak",
        "MyCodec.java~",
        "MyCodec.jav",
        ".MyCodec.java",
        "jane_MyCodec.java",
        "O'Brien's MyCodec.java",
        "a.b.c/MyCodec"
      })
  void a_text_is_read_as_the_class_that_it_declares(String name) throws Exception {
    folder.with(name, CODEC_SOURCE.replace("\n", "\r\n"));
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC);
    assertThat(read().notices())
        .containsExactly(name + " is read as MyCodec.java, the name of its class");
    assertThat(read().lost()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MyCodec.class",
        "MyCodec.kt",
        "lab01.pdf",
        "lab01.docx",
        "lab01.bundle",
        "MyCodec.java.html",
        "MyCodec.java.rtf",
        "screen.png",
        "notes.txt",
        "notes",
        "MyCodec.gdoc",
        ".env"
      })
  void what_is_not_java_is_named_and_gives_no_mark(String name) throws Exception {
    folder.with(name, "%PDF-1.7");
    assertNotReadable(name + " is left out: only Java sources are graded");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PK\3\4 a Word file",
        "%PDF-1.7",
        "{\\rtf1 package firsthop.addresses;}",
        "\u00CA\u00FE\u00BA\u00BE\0\0\0=",
        "<!DOCTYPE html><pre>public class MyCodec {}</pre>",
        "public class MyCodec {\0\1\2}"
      })
  void a_document_that_is_named_as_a_source_is_not_a_0(String text) throws Exception {
    folder.with("MyCodec.java", text.getBytes(StandardCharsets.ISO_8859_1));
    assertNotReadable("MyCodec.java is left out: only Java sources are graded");
  }

  @Test
  void the_marks_of_git_in_a_source_are_an_error_of_the_student() throws Exception {
    folder.with("MyCodec.java", "<<<<<<< HEAD\n" + CODEC_SOURCE);
    assertThat(read().of("lab01")).containsKey(CODEC);
  }

  @ParameterizedTest
  @ValueSource(strings = {"work.rar", "work.alz", "work.egg"})
  void an_unknown_archive_is_named_and_gives_no_mark(String name) throws Exception {
    folder.with(name, "x");
    assertNotReadable(
        name + " is not read: the supported archives are zip, tar, tar.gz, tar.bz2, tar.xz, 7z");
  }

  @ParameterizedTest
  @ValueSource(strings = {"work.zip", "work.jar"})
  void an_archive_in_which_nothing_is_is_named(String name) throws Exception {
    folder.with(name, new Packed().with("__MACOSX/._a", "x").zip());
    assertNotReadable(name + " is left out: only Java sources are graded");
  }

  @Test
  void a_jar_with_sources_is_an_archive_and_a_library_is_one_name() throws Exception {
    Packed jar = new Packed().with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n");
    folder
        .with("lab01.jar", jar.with("firsthop/addresses/MyCodec.java", CODEC_SOURCE).zip())
        .with("lib/junit.jar", new Packed().with("org/A.class", "").with("LICENSE", "x").zip());
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC);
    assertThat(read().notices())
        .containsExactly("lib/junit.jar is left out: only Java sources are graded");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "CodecImpl.java | public class CodecImpl implements Codec {} | CodecImpl",
        "Solution.java | public class Solution extends B implements A, Codec {} | Solution",
        "MyCODEC.java | public class MyCODEC {} | MyCODEC",
        "My_Codec2.java | public class My_Codec2 {} | My_Codec2",
        "Codec1.java | public class Codec1 {} | Codec1",
      })
  void a_renamed_class_is_named_with_the_class_that_it_looks_like(
      String name, String text, String type) throws Exception {
    folder.with(name, "package firsthop.addresses;\n" + text);
    assertNotReadable(
        name + " is not graded: its class is named " + type + ", but it looks like MyCodec");
    folder.with(name, "package homework;\n" + text);
    assertNotReadable(
        name + " is not graded: its class is named " + type + ", but it looks like MyCodec");
  }

  @ParameterizedTest
  @CsvSource({"public class Main {}, Main", "public class Main {} class MyCodec {}, Main"})
  void a_file_with_the_right_name_and_another_public_class_is_named(String text, String type)
      throws Exception {
    folder.with("MyCodec.java", "package firsthop.addresses;\n" + text);
    assertNotReadable(
        "MyCodec.java is read as Main.java, the name of its class",
        "MyCodec.java is not graded: its class is named " + type + ", but it looks like MyCodec");
  }

  @Test
  void a_helper_that_implements_the_contract_is_no_renamed_class() throws Exception {
    folder
        .with("MyCodec.java", CODEC_SOURCE)
        .with("Fast.java", "package firsthop.addresses;\nclass Fast implements Codec {}");
    assertThat(read().notices()).isEmpty();
  }

  @Test
  void a_class_in_another_labs_package_is_a_helper_there_and_is_not_a_0() throws Exception {
    folder.with("MyCodec.java", CODEC_SOURCE.replace("addresses", "udp"));
    assertThat(read().of("lab02")).containsOnlyKeys("firsthop/udp/MyCodec.java");
    assertNotReadable(
        "MyCodec.java is not graded as " + CODEC + ": its package is firsthop.udp",
        "no class that a lab asks for was found in MyCodec.java");
  }

  @Test
  void files_of_the_handout_and_of_builds_alone_are_not_work_and_not_a_0() throws Exception {
    folder
        .with("pom.xml", "<project/>")
        .with("Codec.java", GIVEN_CODEC)
        .with("target/classes/firsthop/addresses/MyCodec.class", "x");
    assertNotReadable(
        "no class that a lab asks for was found in Codec.java, pom.xml,"
            + " target/classes/firsthop/addresses/MyCodec.class");
  }

  @Test
  void files_of_the_handout_of_builds_and_of_programs_give_no_notice_beside_work()
      throws Exception {
    folder
        .with("MyCodec.java", CODEC_SOURCE)
        .with("MyCodec.class", "x")
        .with("MyCodec$Inner.class", "x")
        .with("README.md", "x")
        .with("lab01-addresses/hints.md", "x")
        .with("lab01-addresses/lab01.iml", "x")
        .with("target/surefire-reports/firsthop.CodecTest.txt", "x")
        .with("target/lab01-addresses-1.0.jar", "x")
        .with("out/production/firsthop/addresses/MyMask.class", "x")
        .with(".git/config", "x")
        .with(".idea/workspace.xml", "x")
        .with("a/.DS_Store", "x")
        .with("__MACOSX/._MyCodec.java", "x")
        .with("~$report.docx", "x");
    assertThat(read().notices()).isEmpty();
    assertThat(read().lost()).isFalse();
  }

  @Test
  void other_files_beside_work_are_one_line() throws Exception {
    folder
        .with("MyCodec.java", CODEC_SOURCE)
        .with("report.pdf", "x")
        .with("bin/data.csv", "x")
        .with("Other.class", "x");
    assertThat(read().notices())
        .containsExactly(
            "left out, because only Java sources are graded: Other.class, bin/data.csv, report.pdf");
  }

  @ParameterizedTest
  @ValueSource(strings = {".git/config", "__MACOSX/._a", ".DS_Store", "a/Thumbs.db"})
  void files_that_programs_make_are_nothing(String name) throws Exception {
    folder.with(name, "x");
    assertThat(read().lost()).isFalse();
    assertThat(read().notices()).isEmpty();
  }

  @Test
  void text_files_do_not_take_the_place_of_sources() throws Exception {
    folder.with("z/MyCodec.java", CODEC_SOURCE).with("big.txt", "x".repeat(1 << 20));
    for (int i = 0; i < 400; i++) {
      folder.with("data/" + i, "x".repeat(30_000));
    }
    Files.createDirectory(temp.resolve("empty"));
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC);
    assertThat(read().notices()).singleElement().asString().endsWith(" more");
  }

  @Test
  void a_long_list_of_lines_is_cut_on_the_terminal_only() throws Exception {
    folder.with("lee/MyCodec.java", CODEC_SOURCE).with("kim/MyCodec.java", CODEC_SOURCE);
    for (int i = 0; i < 30; i++) {
      folder.withLink("kim/link" + i, Path.of("nowhere"));
    }
    IntakeRun run = IntakeRun.from(temp);
    assertThat(run.notices("kim")).hasSize(30);
    assertThat(run.output())
        .filteredOn(line -> line.startsWith("kim: "))
        .hasSize(11)
        .endsWith("kim: 20 more notices are in its results and in its feedback");
  }

  private void assertNotReadable(String... notices) {
    Submission read = read();
    assertThat(read.notices()).containsExactly(notices);
    assertThat(read.isUnreadable(COURSE.labs())).isTrue();
  }

  private Submission read() {
    return new SourceFinder(COURSE, IntakeLimits.STANDARD, temp).read("kim");
  }
}
