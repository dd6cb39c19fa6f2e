package firsthop.grader.proof.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A simple name means one class in the whole project. */
class UniqueNamesTest {
  private static final Path HOME = CheckoutRulesTest.home();

  /** Solutions and submissions have the names that the contracts prescribe. */
  private static final List<String> OWN_SOURCES = List.of("src/main/java", "src/test/java");

  @Test
  void no_two_source_files_have_one_name() throws IOException {
    Map<String, List<Path>> files = new TreeMap<>();
    for (Path folder : sourceFolders()) {
      try (Stream<Path> inside = Files.walk(folder)) {
        inside
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("package-info.java"))
            .forEach(
                file ->
                    files
                        .computeIfAbsent(
                            String.valueOf(file.getFileName()), name -> new ArrayList<>())
                        .add(HOME.relativize(file)));
      }
    }
    assertThat(files).hasSizeGreaterThan(500);
    assertThat(files.values().stream().filter(places -> places.size() > 1)).isEmpty();
  }

  private static List<Path> sourceFolders() throws IOException {
    List<Path> folders = new ArrayList<>();
    for (Path parent : List.of(HOME, HOME.resolve("grader"))) {
      try (Stream<Path> modules = Files.list(parent)) {
        modules
            .flatMap(module -> OWN_SOURCES.stream().map(module::resolve))
            .filter(Files::isDirectory)
            .forEach(folders::add);
      }
    }
    return folders;
  }
}
