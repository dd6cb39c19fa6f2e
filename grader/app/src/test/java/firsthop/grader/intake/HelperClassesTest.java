package firsthop.grader.intake;

import static firsthop.grader.course.SampleCourse.CODEC;
import static firsthop.grader.course.SampleCourse.COURSE;
import static firsthop.grader.course.SampleCourse.ECHO;
import static firsthop.grader.course.SampleCourse.GIVEN_CODEC;
import static firsthop.grader.intake.IntakeRun.CODEC_SOURCE;
import static firsthop.grader.intake.IntakeRun.ECHO_SOURCE;
import static org.assertj.core.api.Assertions.assertThat;

import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that a student added in other packages than those of the labs. */
class HelperClassesTest {
  private static final String USES_OCTET =
      "package firsthop.addresses;\npublic class MyCodec { Octet octet; }\n";

  @TempDir Path temp;
  private Folder folder;

  @BeforeEach
  void empty() {
    folder = new Folder(temp);
  }

  @ParameterizedTest
  @ValueSource(strings = {"firsthop.addresses.util", "util", "firsthop.util", "firsthop", "도구.칸"})
  void a_class_in_any_package_is_compiled_with_the_classes_that_use_it(String name)
      throws Exception {
    String octet = "package " + name + ";\npublic record Octet(int value) {}\n";
    folder.with("MyCodec.java", USES_OCTET).with("Octet.java", octet);
    assertThat(read().of("lab01"))
        .containsOnlyKeys(CODEC, name.replace('.', '/') + "/Octet.java")
        .containsValue(octet);
    assertThat(read().notices()).isEmpty();
    assertThat(read().lost()).isFalse();
  }

  @Test
  void a_helper_of_a_helper_is_compiled_too() throws Exception {
    folder
        .with("MyCodec.java", USES_OCTET)
        .with("Octet.java", "package u; public class Octet { Bits bits; }")
        .with("Bits.java", "package v; public class Bits {}")
        .with("Other.java", "package v; public class Other {}");
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC, "u/Octet.java", "v/Bits.java");
    assertThat(read().notices())
        .containsExactly("Other.java is left out: no class of a lab uses it");
  }

  @Test
  void a_class_that_two_labs_use_is_compiled_in_both() throws Exception {
    folder
        .with("MyCodec.java", USES_OCTET)
        .with("MyEcho.java", ECHO_SOURCE + "// Octet\n")
        .with("Octet.java", "package util; public class Octet {}");
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC, "util/Octet.java");
    assertThat(read().of("lab02")).containsOnlyKeys(ECHO, "util/Octet.java");
  }

  @Test
  void the_folder_of_a_lab_says_where_a_class_belongs() throws Exception {
    folder
        .with("lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java", USES_OCTET)
        .with("lab02-udp/src/main/java/firsthop/udp/MyEcho.java", ECHO_SOURCE)
        .with("lab01-addresses/src/main/java/util/Octet.java", "package util; class Octet {}")
        .with("lab02-udp/src/main/java/util/Octet.java", "package util; class Octet { int b; }");
    assertThat(read().of("lab01")).containsEntry("util/Octet.java", "package util; class Octet {}");
    assertThat(read().of("lab02"))
        .containsEntry("util/Octet.java", "package util; class Octet { int b; }");
    assertThat(read().notices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "package out.Jane_Doe_1234_assignsubmission_file_;"})
  void classes_beside_a_class_with_a_wrong_package_move_with_it(String line) throws Exception {
    folder
        .with("MyCodec.java", line + "\npublic class MyCodec { Octet octet; }")
        .with("Octet.java", line + "\nclass Octet {}")
        .with("Codec.java", GIVEN_CODEC.replace("package firsthop.addresses;", line));
    Submission read = read();
    assertThat(read.of("lab01")).containsOnlyKeys(CODEC, "firsthop/addresses/Octet.java");
    assertThat(read.of("lab01").get("firsthop/addresses/Octet.java"))
        .startsWith("package firsthop.addresses;");
    assertThat(read.notices())
        .hasSize(2)
        .allMatch(each -> each.contains(" is graded in the package firsthop.addresses, because"));
  }

  @Test
  void imports_follow_a_corrected_package_and_lines_keep_their_numbers() throws Exception {
    String source =
        """
        package lab01;
        import lab01.Codec;
        import lab01.util.Octet;
        public class MyCodec { Octet octet; }
        """;
    folder
        .with("MyCodec.java", source)
        .with("Octet.java", "package lab01.util;\nimport static lab01.MyCodec.X;\nclass Octet {}");
    assertThat(read().of("lab01"))
        .containsEntry(
            CODEC,
            """
            package firsthop.addresses;
            import firsthop.addresses.Codec;
            import lab01.util.Octet;
            public class MyCodec { Octet octet; }
            """)
        .containsEntry(
            "lab01/util/Octet.java",
            "package lab01.util;\nimport static firsthop.addresses.MyCodec.X;\nclass Octet {}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "java.lang",
        "java.util",
        "java.octets",
        "javax.net",
        "jdk.internal.misc",
        "sun.misc",
        "com.sun.net.httpserver",
        "firsthop.grader.agent",
        "firsthop.grader",
        "firsthop.kit",
        "firsthop.kit.more",
        "org.junit.jupiter.api",
        "org.jspecify.annotations"
      })
  void packages_of_the_jdk_and_of_the_grader_are_refused_and_named(String name) throws Exception {
    folder
        .with("lab01-addresses/MyCodec.java", USES_OCTET)
        .with("lab01-addresses/Octet.java", "package " + name + "; public class Octet {}");
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC);
    assertThat(read().notices())
        .contains(
            "lab01-addresses/Octet.java is left out: students cannot add a class to its package");
  }

  @ParameterizedTest
  @CsvSource({
    "firsthop.addresses, Codec",
    "firsthop.kit, Todo",
    "firsthop.udp, Echo",
    "lab01, Codec"
  })
  void a_given_class_is_never_replaced(String name, String type) throws Exception {
    folder
        .with("MyCodec.java", "package lab01; public class MyCodec implements Codec {}")
        .with(
            type + ".java", "package " + name + "; public interface " + type + " { int evil(); }");
    assertThat(read().sources().values())
        .allSatisfy(files -> assertThat(files).containsOnlyKeys(CODEC));
    assertThat(read().notices())
        .contains(type + ".java was changed; the instructor's copy is used instead");
  }

  @Test
  void a_class_without_a_package_is_named_where_no_class_can_use_it() throws Exception {
    folder.with("MyCodec.java", USES_OCTET).with("Octet.java", "record Octet(int value) {}");
    assertThat(read().of("lab01")).containsOnlyKeys(CODEC);
    assertThat(read().notices()).containsExactly("Octet.java is left out: it declares no package");
  }

  @Test
  void several_classes_that_nothing_uses_are_one_line() throws Exception {
    folder.with("MyCodec.java", CODEC_SOURCE);
    for (int i = 100; i < 200; i++) {
      folder.with("more/A" + i + ".java", "package more; class A" + i + " {}");
    }
    assertThat(read().notices())
        .singleElement()
        .asString()
        .startsWith("left out, because no class of a lab uses them: more/A100.java, ")
        .endsWith(" more");
  }

  private Submission read() {
    return new SourceFinder(COURSE, IntakeLimits.STANDARD, temp).read("kim");
  }
}
