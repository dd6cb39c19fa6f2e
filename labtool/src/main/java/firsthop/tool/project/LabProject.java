package firsthop.tool.project;

import firsthop.tool.PrintableText;
import firsthop.tool.ToolException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * One lab of the student.
 *
 * @param folder its folder, such as {@code .../lab02-udp}
 */
public record LabProject(Path folder) {
  /** How the names of the student's classes begin. */
  public static final String STUDENTS = "My";

  private static final String NAME = "lab\\d\\d-.*";

  /** Returns the labs of the folder that the script {@code lab} is in, in order. */
  public static List<LabProject> all() throws IOException, ToolException {
    Path home = home();
    try (Stream<Path> inside = Files.list(home)) {
      List<LabProject> labs =
          inside
              .filter(folder -> folder.getFileName().toString().matches(NAME))
              .filter(folder -> Files.isDirectory(folder.resolve("src/main/java")))
              .sorted()
              .map(LabProject::new)
              .toList();
      if (labs.isEmpty()) {
        throw new ToolException(
            "there is no lab in " + home + "; run the script lab of your handout");
      }
      return labs;
    }
  }

  /** Returns the folder that the script {@code lab} is in. */
  public static Path home() {
    return Path.of(System.getProperty("firsthop.lab.home", "")).toAbsolutePath().normalize();
  }

  /**
   * Returns a lab.
   *
   * @param word its name, the beginning of its name, or its number, such as {@code 2}
   */
  public static LabProject named(String word) throws IOException, ToolException {
    List<LabProject> labs = all();
    return labs.stream()
        .filter(lab -> lab.name().startsWith(word) || lab.number().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ToolException(
                    "there is no lab %s; there are %s"
                        .formatted(
                            PrintableText.of(word), labs.stream().map(LabProject::name).toList())));
  }

  /** Returns the name, such as {@code lab02-udp}. */
  public String name() {
    return folder.getFileName().toString();
  }

  /** Returns the number, such as {@code 2}; exercise 2.3 is in the lab with number 2. */
  public String number() {
    return String.valueOf(Integer.parseInt(name().substring(3, 5)));
  }

  /** Returns where the contracts and the student's classes are. */
  public Path mainSources() {
    return folder.resolve("src/main/java");
  }

  /** Returns where the public tests are. */
  public Path testSources() {
    return folder.resolve("src/test/java");
  }

  /** Returns a folder for what the tool compiles; Maven removes it with {@code mvn clean}. */
  public Path output(String name) {
    return folder.resolve("target/lab-tool").resolve(name);
  }

  /** Returns the Java sources in a folder, in order. */
  public static List<Path> sources(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> file.getFileName().toString().endsWith(".java"))
          .sorted()
          .toList();
    }
  }
}
