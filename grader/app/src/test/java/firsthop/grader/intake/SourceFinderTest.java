package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.GIVEN_CODEC;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceFinderTest {
  private static final String MINE = "package firsthop.addresses;\npublic class MyCodec {}\n";

  @TempDir Path temp;
  private Folder handedIn;

  @BeforeEach
  void empty() {
    handedIn = new Folder(temp);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MyCodec.java",
        "homework/MyCodec.java",
        "lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java",
        "src/main/java/firsthop/udp/MyCodec.java",
        "a b/ü/MyCodec.java"
      })
  void a_file_is_identified_by_its_package_and_name_in_any_folder(String place) throws Exception {
    handedIn.with(place, MINE);
    assertThat(read().sources()).isEqualTo(Map.of("lab01", Map.of(CODEC, MINE)));
    assertThat(read().notices()).isEmpty();
  }

  @Test
  void the_files_of_each_lab_are_kept_apart() throws Exception {
    handedIn.with("MyCodec.java", MINE).with("MyEcho.java", "package firsthop.udp;");
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC);
    assertThat(read().of("lab02")).containsOnlyKeys(ECHO);
    assertThat(read().of("lab03")).isEmpty();
  }

  @Test
  void a_class_that_the_student_added_counts() throws Exception {
    handedIn.with("Helper.java", "package firsthop.addresses; class Helper {}");
    assertThat(read().of("lab01")).containsOnlyKeys("firsthop/addresses/Helper.java");
  }

  @Test
  void a_changed_copy_of_a_given_file_is_ignored_with_a_notice() throws Exception {
    handedIn.with("Codec.java", GIVEN_CODEC.replace("int parse", "long parse"));
    assertThat(read().sources()).isEmpty();
    assertThat(read().notices())
        .containsExactly(
            "Codec.java was changed; the instructor's copy is used instead",
            "no class that a lab asks for was found in Codec.java");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void a_given_file_with_other_line_ends_and_a_byte_order_mark_is_unchanged(String lineEnd)
      throws Exception {
    handedIn
        .with("Codec.java", "\uFEFF" + GIVEN_CODEC.replace("\n", lineEnd) + lineEnd)
        .with("MyCodec.java", MINE);
    assertThat(read())
        .isEqualTo(new Submission("kim", Map.of("lab01", Map.of(CODEC, MINE)), List.of()));
  }

  @Test
  void a_whole_handout_gives_no_notice() throws Exception {
    handedIn
        .with("pom.xml", "<project/>")
        .with("labkit/src/main/java/firsthop/kit/Todo.java", "package firsthop.kit;\n")
        .with("lab01-addresses/src/main/java/firsthop/addresses/Codec.java", GIVEN_CODEC)
        .with("lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java", MINE)
        .with(
            "lab01-addresses/src/main/java/firsthop/addresses/package-info.java",
            "package firsthop.addresses;")
        .with(
            "lab01-addresses/src/test/java/firsthop/addresses/CodecTest.java",
            "package firsthop.addresses;");
    assertThat(read().sources()).isEqualTo(Map.of("lab01", Map.of(CODEC, MINE)));
    assertThat(read().notices()).isEmpty();
  }

  @Test
  void two_equal_copies_of_a_class_count_once() throws Exception {
    handedIn.with("a/MyCodec.java", MINE).with("b/MyCodec.java", MINE.replace("\n", "\r\n"));
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC);
    assertThat(read().notices()).isEmpty();
  }

  @Test
  void the_copy_in_the_source_folder_of_the_lab_counts() throws Exception {
    String old = MINE + "// old";
    handedIn
        .with("MyCodec.java", old)
        .with("a/MyCodec.java", old)
        .with("z/lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java", MINE);
    assertThat(read().of("lab01")).containsEntry(CODEC, MINE);
    assertThat(read().notices())
        .containsExactly(
            "there are different copies of MyCodec:"
                + " z/lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java is graded, because"
                + " it is in the source folder of a project (nothing says which one is newer);"
                + " left out: MyCodec.java, a/MyCodec.java");
  }

  @Test
  void a_file_outside_all_labs_is_left_out_with_a_notice() throws Exception {
    handedIn
        .with("MyHelper.java", "public class MyHelper {}")
        .with("MyOther.java", "package firsthop.grader.agent; class MyOther {}")
        .with("MyJava.java", "package java.lang; class MyJava {}")
        .with("module-info.java", "module evil {}")
        .with("package-info.java", "package firsthop.udp;");
    assertThat(read().sources()).isEmpty();
    assertThat(read().notices())
        .containsExactly(
            "left out, because they declare no class: module-info.java, package-info.java",
            "MyHelper.java is left out: it declares no package",
            "left out, because students cannot add classes to their packages: MyJava.java,"
                + " MyOther.java");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "class MyCodec {} | package firsthop.addresses; class MyCodec {} | missing",
        "package lab01; class MyCodec {} | package firsthop.addresses; class MyCodec {} | wrong",
        "package out.Kim_1_assignsubmission_file_; // c | package firsthop.addresses; // c | wrong",
        "/* c */ package out.김_1_file_; | /* c */ package firsthop.addresses; | wrong",
      })
  void a_class_that_a_lab_asks_for_is_graded_in_its_package(String text, String read, String line)
      throws Exception {
    handedIn.with("MyCodec.java", text);
    assertThat(read().of("lab01")).containsExactly(Map.entry(CODEC, read));
    assertThat(read().notices())
        .containsExactly(
            "MyCodec.java is graded in the package firsthop.addresses, because its package line is "
                + line);
  }

  @Test
  void a_class_in_its_own_package_comes_before_one_with_a_wrong_package_line() throws Exception {
    handedIn.with("a/MyCodec.java", "package lab01;").with("b/MyCodec.java", MINE);
    assertThat(read().of("lab01")).containsExactly(Map.entry(CODEC, MINE));
    assertThat(read().notices())
        .containsExactly(
            "there are different copies of MyCodec: b/MyCodec.java is graded, because its package line"
                + " is right (nothing says which one is newer); left out: a/MyCodec.java");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MyCodec.java.txt",
        "MyCodec.txt",
        "MyCodec.JAVA",
        "mycodec.java",
        "My Codec (final).java",
        "MyCodec.java.java",
        "kim_MyCodec.java"
      })
  void a_file_is_read_as_the_class_that_it_declares(String name) throws Exception {
    String text = MINE + " public class MyCodec {}";
    handedIn.with(name, text).with("readme.txt", "public class MyCodec").with("notes.md", "");
    assertThat(read().of("lab01")).containsExactly(Map.entry(CODEC, text));
    assertThat(read().notices())
        .containsExactly(
            name + " is read as MyCodec.java, the name of its class",
            "left out, because only Java sources are graded: notes.md, readme.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "\"'`", "<script>", "=cmd()", "\u001B[2J", "%s", "x..."})
  void a_folder_name_with_special_characters_is_kept(String name) throws Exception {
    handedIn.with(name + "/MyEcho.java", "package firsthop.udp;").with(name + "/No.java", "");
    assertThat(read().of("lab02")).containsOnlyKeys(ECHO);
    assertThat(read().notices())
        .containsExactly(name + "/No.java is left out: it declares no class");
  }

  private Submission read() {
    return new SourceFinder(COURSE, IntakeLimits.STANDARD, temp).read("kim");
  }
}
