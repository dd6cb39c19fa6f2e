package firsthop.grader.proof.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceModuleTest {
  @TempDir private Path folder;
  private Path sources;
  private SourceModule module;

  @BeforeEach
  void write() throws IOException {
    sources = Files.createDirectories(folder.resolve("src/main/java/made/up"));
    Files.writeString(sources.resolve("A.java"), "package made.up; class A {}");
    Files.createDirectories(folder.resolve("src/main/resources/made"));
    Files.writeString(folder.resolve("src/main/resources/made/up.txt"), "text");
    module = new SourceModule(folder, Javac.STRICT, folder.resolve("made-up.jar"));
  }

  @Test
  void a_jar_has_classes_resources_and_folders() throws Exception {
    module.build(List.of());
    assertThat(entries()).containsExactly("made/", "made/up/", "made/up.txt", "made/up/A.class");
  }

  @Test
  void what_was_made_from_the_same_sources_is_kept() throws Exception {
    module.build(List.of());
    Files.writeString(module.jar(), "kept");
    module.build(List.of());
    assertThat(module.jar()).hasContent("kept");
  }

  @Test
  void a_changed_source_or_resource_is_built_again() throws Exception {
    module.build(List.of());
    Files.writeString(sources.resolve("A.java"), "package made.up; class A {} class B {}");
    module.build(List.of());
    assertThat(entries()).contains("made/up/B.class");
    Files.writeString(folder.resolve("src/main/resources/made/other.txt"), "text");
    module.build(List.of());
    assertThat(entries()).contains("made/other.txt");
  }

  @Test
  void a_deleted_or_renamed_source_leaves_nothing_behind() throws Exception {
    module.build(List.of());
    Files.delete(sources.resolve("A.java"));
    Files.writeString(sources.resolve("B.java"), "package made.up; class B {}");
    module.build(List.of());
    assertThat(entries()).contains("made/up/B.class").doesNotContain("made/up/A.class");
  }

  @Test
  void another_class_path_is_another_source() throws Exception {
    Path library = folder.resolve("library.jar");
    SourceModule other =
        new SourceModule(Files.createDirectory(folder.resolve("library")), Javac.STRICT, library);
    Path otherSources = Files.createDirectories(other.folder().resolve("src/main/java"));
    Files.writeString(otherSources.resolve("L.java"), "public class L {}");
    other.build(List.of());
    module.build(List.of(library));
    Files.writeString(module.jar(), "stale");
    Files.writeString(otherSources.resolve("L.java"), "public class L { int i; }");
    other.build(List.of());
    module.build(List.of(library));
    assertThat(entries()).contains("made/up/A.class");
  }

  @Test
  void an_error_names_its_file_and_line_and_makes_no_jar() throws IOException {
    Files.writeString(sources.resolve("A.java"), "package made.up;\nclass A { int i = \"\"; }");
    assertThatExceptionOfType(CompileErrorsException.class)
        .isThrownBy(() -> module.build(List.of()))
        .satisfies(
            refused ->
                assertThat(refused.errors())
                    .singleElement()
                    .satisfies(
                        error ->
                            assertThat(error.where()).isEqualTo(sources.resolve("A.java") + ":2"))
                    .satisfies(
                        error -> assertThat(error.message()).contains("incompatible types")));
    assertThat(module.jar()).doesNotExist();
  }

  @Test
  void an_error_names_the_symbol_that_is_not_found() throws IOException {
    Files.writeString(sources.resolve("A.java"), "package made.up;\nclass A { int i = none(); }");
    assertThatExceptionOfType(CompileErrorsException.class)
        .isThrownBy(() -> module.build(List.of()))
        .satisfies(
            refused ->
                assertThat(refused.errors())
                    .extracting(CompileError::message)
                    .containsExactly("cannot find symbol, symbol: method none()"));
  }

  @Test
  void an_error_is_said_each_time_until_it_is_corrected() throws Exception {
    module.build(List.of());
    String right = Files.readString(sources.resolve("A.java"));
    Files.writeString(sources.resolve("A.java"), "class");
    for (int i = 0; i < 2; i++) {
      assertThatExceptionOfType(CompileErrorsException.class)
          .isThrownBy(() -> module.build(List.of()));
    }
    Files.writeString(sources.resolve("A.java"), right);
    module.build(List.of());
    assertThat(entries()).contains("made/up/A.class");
  }

  @Test
  void a_warning_is_an_error_in_what_is_ours_alone() throws Exception {
    Files.writeString(
        sources.resolve("A.java"), "package made.up; class A { java.util.List list; }");
    assertThatExceptionOfType(CompileErrorsException.class)
        .isThrownBy(() -> module.build(List.of()));
    new SourceModule(folder, Javac.LENIENT, module.jar()).build(List.of());
    assertThat(entries()).contains("made/up/A.class");
  }

  private List<String> entries() throws IOException {
    try (JarFile jar = new JarFile(module.jar().toFile())) {
      return jar.stream().map(ZipEntry::getName).toList();
    }
  }
}
