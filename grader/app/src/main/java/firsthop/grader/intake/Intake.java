package firsthop.grader.intake;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the submissions below a folder. */
public final class Intake {
  private static final Pattern STUDENTS_FILE = Pattern.compile(Lab.STUDENTS + "\\w+\\.java");

  /** Folders that lie beside labs and sources in what a student hands in whole. */
  private static final Set<String> OF_A_CHECKOUT =
      Set.of("firsthop", "labkit", "target", "bin", "out");

  /** What a name becomes that the system's character set cannot show. */
  private static final char UNREADABLE = '\uFFFD';

  private final Course course;
  private final IntakeLimits limits;

  public Intake(Course course, IntakeLimits limits) {
    this.course = course;
    this.limits = limits;
  }

  /** Take in a folder that no results are written to; see {@link #take(Path, Path)}. */
  public List<Submission> take(Path folder) throws BadInputException {
    return take(folder, null);
  }

  /**
   * Take in a folder of submissions, a folder each, or a single one: a folder with a lab, sources
   * or students' files at its top.
   *
   * @param results where results are written; no submission, should it lie among them
   * @return ordered by id, no two alike
   * @throws BadInputException when there is no such folder, or nothing in it
   */
  public List<Submission> take(Path folder, @Nullable Path results) throws BadInputException {
    if (!Files.isDirectory(folder)) {
      throw new BadInputException(
          folder
              + (Files.exists(folder) ? " is no folder" : ": there is no such folder")
              + "; give the folder that holds a folder for each submission");
    }
    List<Path> inside = list(folder);
    List<Submission> submissions = new ArrayList<>();
    if (isSubmission(folder, inside)) {
      submissions.add(read(real(folder), folder.toAbsolutePath().normalize()));
    } else {
      Path written = results == null ? null : results.toAbsolutePath().normalize();
      for (Path root : inside) {
        if (mayBeSubmission(root) && !root.toAbsolutePath().normalize().equals(written)) {
          submissions.add(read(root, root));
        }
      }
    }
    if (submissions.isEmpty()) {
      throw new BadInputException(
          folder + " holds no submissions; expected a folder for each of them");
    }
    return submissions;
  }

  private Submission read(Path root, Path named) throws BadInputException {
    String id = name(named);
    if (id.isEmpty()) {
      throw new BadInputException(named + " has no name to enter marks under; give another folder");
    }
    if (id.indexOf(UNREADABLE) >= 0) {
      throw new BadInputException(
          "the folder's name " + id + " cannot be read: set LC_ALL=C.UTF-8, or rename it");
    }
    return new SourceFinder(course, limits, root).read(id);
  }

  private boolean isSubmission(Path folder, List<Path> inside) {
    boolean looksLikeOne =
        inside.stream().anyMatch(this::isTopOfSubmission)
            || course.labs().stream()
                .flatMap(lab -> lab.packages().stream())
                .anyMatch(each -> isFolder(folder.resolve(each)));
    // One stray file beside a class of folders must not make one submission of them all.
    return looksLikeOne
        && inside.stream()
            .filter(path -> isFolder(path) && !name(path).startsWith("."))
            .allMatch(path -> isTopOfSubmission(path) || OF_A_CHECKOUT.contains(name(path)));
  }

  private boolean isTopOfSubmission(Path path) {
    String name = name(path);
    return isFolder(path)
        ? name.equals("src") || course.labs().stream().anyMatch(lab -> lab.folder().equals(name))
        : STUDENTS_FILE.matcher(name).matches();
  }

  /** A link keeps its row, though it is not followed; what points to a file is none. */
  private static boolean mayBeSubmission(Path path) {
    return !name(path).startsWith(".")
        && (isFolder(path) || Files.isSymbolicLink(path) && !Files.isRegularFile(path));
  }

  private static boolean isFolder(Path path) {
    return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
  }

  private static List<Path> list(Path folder) throws BadInputException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    } catch (IOException unreadable) {
      throw unreadable(folder, unreadable);
    }
  }

  /** The instructor may name a folder by a link. */
  private static Path real(Path folder) throws BadInputException {
    try {
      return folder.toRealPath();
    } catch (IOException unreadable) {
      throw unreadable(folder, unreadable);
    }
  }

  private static BadInputException unreadable(Path folder, IOException why) {
    return new BadInputException(folder + " cannot be read: " + IoReason.of(why));
  }

  private static String name(Path path) {
    Path last = path.getFileName();
    return last == null ? "" : last.toString();
  }
}
