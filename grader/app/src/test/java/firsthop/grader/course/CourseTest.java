package firsthop.grader.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import firsthop.grader.sandbox.NotBuiltException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {
  private static final String PACKAGE = "firsthop/addresses/";

  @TempDir Path home;

  @Test
  void a_folder_with_a_labs_name_and_sources_is_a_lab() throws Exception {
    Course course = Course.read(MadeUpCheckout.at(home).built().installation());
    assertThat(course.ids()).isEqualTo("lab01");
    Lab lab = course.find("lab01").orElseThrow();
    assertThat(lab.folder()).isEqualTo("lab01-addresses");
    assertThat(lab.number()).isEqualTo(1);
    assertThat(lab.packages()).containsExactly("firsthop/addresses");
    assertThat(lab.given()).containsOnlyKeys(PACKAGE + "Codec.java", PACKAGE + "CodecTest.java");
    assertThat(lab.skeletons()).containsOnlyKeys(PACKAGE + "MyCodec.java");
    assertThat(lab.solutions().get(PACKAGE + "MyCodec.java")).contains("solved");
    assertThat(course.find("lab02")).isEmpty();
  }

  @Test
  void classes_are_the_kits_and_the_labs_without_the_students() throws Exception {
    Course course = Course.read(MadeUpCheckout.at(home).built().installation());
    assertThat(course.labs().get(0).classes())
        .containsOnlyKeys(
            "firsthop.kit.Todo", "org.jspecify.annotations.Nullable", "firsthop.addresses.Codec");
  }

  @Test
  void given_is_what_students_get_and_do_not_edit() throws Exception {
    Course course = Course.read(MadeUpCheckout.at(home).built().installation());
    assertThat(course.given(PACKAGE + "Codec.java")).isPresent();
    assertThat(course.given("firsthop/kit/Todo.java")).contains("package firsthop.kit;");
    assertThat(course.given(PACKAGE + "MyCodec.java")).isEmpty();
    assertThat(course.given("firsthop/kit/TodoTest.java")).isEmpty();
    assertThat(course.given("firsthop/tool/LabTool.java")).contains("package firsthop.tool;");
  }

  @Test
  void a_checkout_that_is_not_built_is_said_in_a_line() throws Exception {
    MadeUpCheckout checkout = MadeUpCheckout.at(home);
    assertNotBuilt(checkout, "firsthop");
    checkout.built();
    Files.delete(home.resolve("grader/exams/target/lib/lab01-addresses-0.1.0.jar"));
    assertNotBuilt(checkout, "lab01-addresses");
  }

  @Test
  void a_students_path_follows_from_the_contract() {
    assertThat(Lab.studentPath("firsthop.addresses.Codec")).isEqualTo(PACKAGE + "MyCodec.java");
    assertThat(Lab.isStudents(PACKAGE + "MyCodec.java")).isTrue();
    assertThat(Lab.isStudents(PACKAGE + "Codec.java")).isFalse();
    assertThat(Lab.isStudents("My/Codec.java")).isFalse();
  }

  private static void assertNotBuilt(MadeUpCheckout checkout, String what) {
    assertThatExceptionOfType(NotBuiltException.class)
        .isThrownBy(() -> Course.read(checkout.installation()))
        .withMessage(what + " is not built: run ./firsthop, or mvn package");
  }
}
