package firsthop.grader.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageRecipeTest {

  @Test
  void only_workers_have_a_compiler() {
    assertThat(ImageRecipe.candidate(List.of()).modules()).doesNotContain("jdk.compiler");
    assertThat(ImageRecipe.worker(List.of()).modules())
        .contains("jdk.compiler")
        .containsAll(ImageRecipe.candidate(List.of()).modules());
  }

  @Test
  void the_jdk_of_this_build_has_all_modules() {
    assertThat(Jdk.running().modules()).containsAll(ImageRecipe.worker(List.of()).modules());
  }

  @Test
  void two_jars_of_one_name_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageRecipe.candidate(List.of(Path.of("a/x.jar"), Path.of("b/x.jar"))))
        .withMessageContaining("x.jar");
  }

  @Test
  void a_role_that_names_no_image_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageRecipe("A role", Set.of(), List.of(), Optional.empty()))
        .withMessageContaining("A role");
  }

  @Test
  void a_tag_depends_on_a_jars_name_and_content_and_not_on_its_place(@TempDir Path directory)
      throws IOException {
    Path jar = write(directory.resolve("one/a.jar"), "content");
    Path same = write(directory.resolve("two/a.jar"), "content");
    Path renamed = write(directory.resolve("one/b.jar"), "content");
    Path changed = write(directory.resolve("three/a.jar"), "Content");

    assertThat(tag(same)).isEqualTo(tag(jar));
    assertThat(tag(renamed)).isNotEqualTo(tag(jar));
    assertThat(tag(changed)).isNotEqualTo(tag(jar));
  }

  @Test
  void a_tag_depends_on_where_one_part_ends_and_the_next_begins() {
    assertThat(new Fingerprint().add("ab").add("c").tag())
        .isNotEqualTo(new Fingerprint().add("a").add("bc").tag());
  }

  @Test
  void a_jar_that_is_not_there_says_what_to_do(@TempDir Path directory) {
    assertThatThrownBy(() -> tag(directory.resolve("agent.jar")))
        .isInstanceOf(ImageException.class)
        .hasMessageContaining("agent.jar")
        .hasMessageContaining("mvn -DskipTests package");
  }

  private static String tag(Path jar) {
    return new Fingerprint().addJar(jar).tag();
  }

  private static Path write(Path file, String content) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }
}
