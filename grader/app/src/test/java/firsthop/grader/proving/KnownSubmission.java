package firsthop.grader.proving;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A submission in one lab whose worth is known: a folder {@code <kind>/<exercise>/<name>} with the
 * student's class and what else it needs.
 *
 * @param kind such as {@code wrong}
 * @param files by path, such as {@code firsthop/udp/MyUdpEchoServer.java}
 */
record KnownSubmission(
    String kind, ExamPlan.Exercise exercise, String name, Map<String, String> files) {

  /**
   * Reads those of one kind for one exercise.
   *
   * @param kind the folder that holds a folder for each exercise
   */
  static List<KnownSubmission> read(Path kind, ExamPlan.Exercise exercise) throws IOException {
    Path ofExercise = kind.resolve(exercise.id());
    List<KnownSubmission> found = new ArrayList<>();
    if (Files.isDirectory(ofExercise)) {
      for (Path folder : list(ofExercise)) {
        found.add(read(kind, folder, exercise));
      }
    }
    return found;
  }

  private static KnownSubmission read(Path kind, Path folder, ExamPlan.Exercise exercise)
      throws IOException {
    String own = Lab.studentPath(exercise.contract());
    String packagePath = own.substring(0, own.lastIndexOf('/') + 1);
    Map<String, String> files = new TreeMap<>();
    for (Path file : list(folder)) {
      files.put(packagePath + file.getFileName(), Files.readString(file));
    }
    if (!files.containsKey(own)) {
      throw new IOException(folder + " needs a " + own.substring(packagePath.length()));
    }
    return new KnownSubmission(
        kind.getFileName().toString(), exercise, folder.getFileName().toString(), files);
  }

  /** Returns the name under which it is handed in. */
  String id() {
    return kind + " " + exercise.id() + " " + name;
  }

  /**
   * Returns it as handed in: its files, with the reference for the exercises that use them and for
   * what those need. The others could not tell the difference, and are not handed in.
   */
  Submission over(Lab lab) {
    Uses uses = new Uses(lab);
    Map<String, String> sources =
        new TreeMap<>(uses.sources(uses.needs(uses.dependents(classes()))));
    sources.putAll(files);
    return new Submission(id(), Map.of(lab.id(), sources), List.of());
  }

  /** Returns the names of its classes. */
  Set<String> classes() {
    return files.keySet().stream().map(Uses::simpleName).collect(Collectors.toSet());
  }

  /** Returns the first line of the student's class, a comment that says what it is. */
  String sentence() {
    return files.get(Lab.studentPath(exercise.contract())).lines().findFirst().orElse("");
  }

  @Override
  public String toString() {
    return id();
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }
}
