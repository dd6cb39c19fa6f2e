package firsthop.tool.pack;

import firsthop.tool.ToolException;
import firsthop.tool.project.LabProject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the files of a student from those that the handout has given. */
final class StudentFiles {
  /** Written with the handout: one path per line, with slashes. */
  static final String GIVEN = "labtool/given-files.txt";

  private final Path home;
  private final Set<String> given;

  private StudentFiles(Path home, Set<String> given) {
    this.home = home;
    this.given = given;
  }

  /**
   * Reads the list of the files that were given.
   *
   * @throws ToolException if there is none, as in a checkout
   */
  static StudentFiles in(Path home) throws IOException, ToolException {
    Path list = home.resolve(GIVEN);
    if (!Files.isRegularFile(list)) {
      throw new ToolException(
          list + " is missing; it comes with the handout, so run this in a handout");
    }
    return new StudentFiles(home, new HashSet<>(Files.readAllLines(list, StandardCharsets.UTF_8)));
  }

  /** Returns the Java sources of a lab that are the student's, in order. */
  List<Path> of(LabProject lab) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path file : LabProject.sources(lab.mainSources())) {
      boolean isOwn =
          file.getFileName().toString().startsWith(LabProject.STUDENTS)
              || !given.contains(name(file));
      if (isOwn && !Files.isSymbolicLink(file)) {
        files.add(file);
      }
    }
    return files;
  }

  /** Returns the path below the handout, with slashes. */
  String name(Path file) {
    return home.relativize(file).toString().replace('\\', '/');
  }
}
