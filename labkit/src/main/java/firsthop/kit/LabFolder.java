package firsthop.kit;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of a lab. It is found from the output folder of the compiled contracts, which Maven
 * and IDEs both place inside the lab. The paths that the methods return begin with the lab's
 * folder, as a student sees them in a clone.
 */
record LabFolder(Path path) {
  private static final String HINTS = "hints.md";
  private static final String HANDOUT = "README.md";
  private static final String RESULTS = "target/firsthop";

  static Optional<LabFolder> of(Class<?> contract) {
    Optional<Path> at = compiledTo(contract);
    while (at.isPresent() && !Files.isRegularFile(at.get().resolve(HINTS))) {
      at = at.map(Path::getParent);
    }
    return at.map(LabFolder::new);
  }

  String name() {
    return path.getFileName().toString();
  }

  String hints() {
    return name() + "/" + HINTS;
  }

  /** Returns the path of the file that a student edits for this contract. */
  String fileToEdit(Class<?> contract) {
    String folder = contract.getPackageName().replace('.', '/');
    return name() + "/src/main/java/" + folder + "/My" + contract.getSimpleName() + ".java";
  }

  /** Returns the source of a class that is no test. */
  Path mainSource(String className) {
    return path.resolve("src/main/java").resolve(className.replace('.', '/') + ".java");
  }

  /** Returns the source of a test class. */
  Path testSource(Class<?> testClass) {
    String outermost = testClass.getName().split("\\$")[0];
    return path.resolve("src/test/java").resolve(outermost.replace('.', '/') + ".java");
  }

  /** Returns the folder for the results of a run. */
  Path results() {
    return path.resolve(RESULTS);
  }

  /** Returns the path of a file of results. */
  String resultFile(String fileName) {
    return name() + "/" + RESULTS + "/" + fileName;
  }

  /** Returns the path of the next lab's handout; empty after the last lab. */
  Optional<String> nextHandout() {
    try (Stream<Path> siblings = Files.list(path.resolveSibling(""))) {
      return siblings
          .filter(sibling -> Files.isRegularFile(sibling.resolve(HANDOUT)))
          .map(sibling -> sibling.getFileName().toString())
          .filter(sibling -> sibling.matches("lab\\d.*") && sibling.compareTo(name()) > 0)
          .min(Comparator.naturalOrder())
          .map(next -> next + "/" + HANDOUT);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the names of all test classes that were compiled beside this one. */
  static Set<String> testClassesBeside(Class<?> testClass) {
    Optional<Path> root = compiledTo(testClass).filter(Files::isDirectory);
    if (root.isEmpty()) {
      return Set.of();
    }
    try (Stream<Path> files = Files.walk(root.get())) {
      return files
          .map(file -> root.get().relativize(file).toString())
          .filter(file -> file.endsWith("Test.class") && !file.contains("$"))
          .map(file -> file.replaceFirst("\\.class$", "").replaceAll("[/\\\\]", "."))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      return Set.of();
    }
  }

  /** Returns the folder or jar that a class was loaded from. */
  static Optional<Path> compiledTo(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    try {
      return source == null ? Optional.empty() : Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
