package firsthop.grader.proof.rules;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A checkout with one lab and one exercise, 1.1, which keeps every rule.
 *
 * @param home its root
 */
public record SmallCheckout(Path home) {
  private static final Path ORIGINAL = Path.of("src/test/resources/small-checkout");

  /** The folder of its lab. */
  public static final String LAB = "lab01-numbers";

  /** Copies it into a folder. */
  public static SmallCheckout in(Path folder) throws IOException {
    Path home = folder.resolve("checkout");
    try (Stream<Path> files = Files.walk(ORIGINAL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve(ORIGINAL.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
    return new SmallCheckout(home);
  }

  /** Reads its sources. */
  public CourseSources course() throws IOException {
    return new CourseSources(new Checkout(home));
  }

  /** Returns where the files of its exercise are. */
  public ExerciseFiles exercise() throws IOException {
    return course().exercises().get(0).files();
  }

  /** Replaces a piece of a file, which must be there. */
  public void edit(Path file, String piece, String replacement) throws IOException {
    String text = Files.readString(file);
    if (!text.contains(piece)) {
      throw new IllegalArgumentException(file + " has no " + piece);
    }
    Files.writeString(file, text.replace(piece, replacement));
  }

  /** Adds a line to a file that is in Latin-1, and not in UTF-8. */
  public void addLatin1(Path file) throws IOException {
    Files.write(
        file, "// \u00fc\n".getBytes(StandardCharsets.ISO_8859_1), StandardOpenOption.APPEND);
  }

  /** Returns all files but what a build makes, as paths from its root. */
  public List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !home.relativize(file).startsWith("grader/proof/target"))
          .map(file -> home.relativize(file).toString().replace('\\', '/'))
          .sorted()
          .toList();
    }
  }
}
