package firsthop.grader.intake;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the submissions below a folder. */
public final class Intake {
  /** What the top of a single submission may hold, as opposed to a folder of submissions. */
  private static final Pattern TOP_OF_A_SUBMISSION =
      Pattern.compile("src|firsthop|lab\\d\\d-.*|" + Lab.STUDENTS + "\\w+\\.java");

  private final SourceFinder finder;

  public Intake(Course course, IntakeLimits limits) {
    this.finder = new SourceFinder(course, limits);
  }

  /**
   * Take in a folder of submissions, a folder each, or a single one.
   *
   * @return ordered by id
   * @throws BadInputException when there is no such folder, or nothing in it
   */
  public List<Submission> take(Path folder) throws BadInputException, IOException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          folder
              + (Files.exists(folder) ? " is no folder" : ": there is no such folder")
              + "; give the folder that holds a folder for each submission");
    }
    List<Path> inside = list(folder);
    boolean single =
        inside.stream().anyMatch(path -> TOP_OF_A_SUBMISSION.matcher(name(path)).matches());
    List<Path> roots =
        single
            ? List.of(folder.toAbsolutePath().normalize())
            : inside.stream()
                .filter(path -> Files.isDirectory(path) && !name(path).startsWith("."))
                .toList();
    if (roots.isEmpty()) {
      throw new BadInputException(
          folder + " holds no submissions; expected a folder for each of them");
    }
    List<Submission> submissions = new ArrayList<>();
    for (Path root : roots) {
      submissions.add(finder.read(name(root), root));
    }
    return submissions;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
