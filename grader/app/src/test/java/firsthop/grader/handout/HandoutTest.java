package firsthop.grader.handout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import firsthop.grader.common.BadInputException;
import firsthop.grader.course.MadeUpCheckout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a checkout that is made up for the test; see HandoutIT for this one. */
class HandoutTest {
  private static final String SKELETON =
      "lab01-addresses/src/main/java/firsthop/addresses/MyCodec.java";

  /** The longest path that Linux takes, without the byte that ends it. */
  private static final int LONGEST_PATH = 4_095;

  @TempDir Path temp;
  private MadeUpCheckout checkout;
  private Path target;

  @BeforeEach
  void makeUp() throws Exception {
    // A folder of this name is not looked into when it lies in a checkout.
    checkout = MadeUpCheckout.at(Files.createDirectory(temp.resolve("solution"))).built();
    target = temp.resolve("new/handout");
  }

  @Test
  void what_is_allowed_and_nothing_else_is_in_it() throws Exception {
    checkout
        .with("lab01-addresses/README.ko.md", "한국어")
        .with("lab01-addresses/hints.ko.md", "힌트")
        .with("lab01-addresses/src/test/resources/firsthop/hints.ko.properties", "Test.it=힌트")
        .with("lab01-addresses/src/test/resources/firsthop/other.txt", "not handed out");
    assertThat(write()).isEqualTo(22);
    assertThat(files(target))
        .map(file -> file.replaceAll("0\\.1\\.0-[0-9a-f]{12}", "VERSION"))
        .containsExactly(
            ".mvn/maven.config",
            "LICENSE",
            "README.md",
            "lab",
            "lab-parent/pom.xml",
            "lab01-addresses/README.ko.md",
            "lab01-addresses/README.md",
            "lab01-addresses/hints.ko.md",
            "lab01-addresses/hints.md",
            "lab01-addresses/pom.xml",
            "lab01-addresses/src/main/java/firsthop/addresses/Codec.java",
            SKELETON,
            "lab01-addresses/src/test/java/firsthop/addresses/CodecTest.java",
            "lab01-addresses/src/test/resources/firsthop/hints.ko.properties",
            "lab02-planned/README.md",
            "labtool/given-files.txt",
            "labtool/pom.xml",
            "labtool/src/main/java/firsthop/tool/LabTool.java",
            "mvnw",
            "pom.xml",
            "repo/firsthop/labkit/VERSION/labkit-VERSION.jar",
            "repo/firsthop/labkit/VERSION/labkit-VERSION.pom");
    assertThat(target.resolve("README.md")).content().isEqualTo("for students");
    assertThat(target.resolve("labtool/given-files.txt"))
        .hasContent("lab01-addresses/src/main/java/firsthop/addresses/Codec.java\n" + SKELETON);
  }

  @Test
  void the_parent_of_the_labs_names_the_jar_in_the_handout_and_nothing_of_the_checkout()
      throws Exception {
    write();
    Path repo = target.resolve("repo/firsthop/labkit");
    String version = repo.toFile().list()[0];
    assertThat(target.resolve("lab-parent/pom.xml"))
        .content()
        .contains("<labkit.version>" + version + "</labkit.version>", "/../repo</url>")
        .doesNotContain("SNAPSHOT", "solution", "checkout");
    assertThat(target.resolve("pom.xml"))
        .content()
        .contains("<module>lab01-addresses</module>")
        .doesNotContain("lab02-planned");
  }

  @Test
  void a_jar_of_labkit_that_changed_has_another_version() throws Exception {
    write();
    String before = target.resolve("repo/firsthop/labkit").toFile().list()[0];
    Path jar = checkout.home().resolve("grader/exams/target/lib/labkit-0.1.0.jar");
    Files.write(jar, new byte[] {0}, StandardOpenOption.APPEND);
    target = temp.resolve("next");
    write();
    assertThat(target.resolve("repo/firsthop/labkit").toFile().list()).doesNotContain(before);
  }

  @Test
  void a_link_is_not_followed() throws Exception {
    Path secret = checkout.home().resolve("grader/exams/src");
    Files.createSymbolicLink(checkout.home().resolve("lab01-addresses/src/main/java/link"), secret);
    write();
    assertThat(files(target)).noneMatch(file -> file.contains("Exam") || file.contains("link"));
  }

  @Test
  void a_solved_skeleton_does_not_go_out() throws Exception {
    checkout.with(SKELETON, "package firsthop.addresses; class MyCodec {}");
    assertRefused(
        "MyCodec.java is not a skeleton: it does not contain Todo.exercise(…); restore it");
  }

  @Test
  void a_checkout_without_a_first_page_for_students_is_refused() throws Exception {
    Files.delete(checkout.home().resolve("labkit/README.md"));
    assertRefused("README.md is missing; students read it first");
  }

  @Test
  void an_empty_folder_will_do_but_no_file_and_no_folder_with_anything_in_it() throws Exception {
    Files.createDirectories(target);
    write();
    assertThat(target.resolve("pom.xml")).exists();
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(this::write)
        .withMessage(target + " is not empty; name a new folder");
    target = Files.writeString(temp.resolve("file"), "kept");
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(this::write)
        .withMessage(target + " is a file; name a folder");
    assertThat(target).content().isEqualTo("kept");
  }

  @Test
  void a_handout_that_cannot_be_finished_leaves_nothing() throws Exception {
    int roomForShortPaths = ".handout-4194304/LICENSE".length() + 1;
    Path deep = folderOfLength(LONGEST_PATH - roomForShortPaths);
    target = deep.resolve("x");
    assertThatIOException().isThrownBy(this::write);
    assertThat(deep).isEmptyDirectory();
  }

  private int write() throws IOException, BadInputException {
    return new Handout(checkout.home()).write(target);
  }

  private void assertRefused(String why) {
    assertThatExceptionOfType(BadInputException.class)
        .isThrownBy(this::write)
        .withMessageContaining(why);
    assertThat(target).doesNotExist();
  }

  private Path folderOfLength(int length) throws IOException {
    Path folder = temp;
    while (folder.toString().length() < length) {
      int left = length - folder.toString().length() - 1;
      folder = folder.resolve("d".repeat(Math.max(1, left > 200 ? 100 : left)));
    }
    return Files.createDirectories(folder);
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
