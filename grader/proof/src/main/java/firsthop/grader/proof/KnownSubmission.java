package firsthop.grader.proof;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Lab;
import firsthop.grader.proof.patch.WrongSubmission;
import firsthop.grader.proof.patch.WrongSubmissions;
import firsthop.grader.proof.source.AuthorFile;
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
 * A submission in one lab whose worth is known: the student's class and what else it needs.
 *
 * @param kind {@code right} or {@code wrong}
 * @param sentence that says what is wrong; empty for one that is right
 * @param files by path, such as {@code firsthop/udp/MyUdpEchoServer.java}
 * @param changed the names of those of its classes that may behave in another way than they should
 */
record KnownSubmission(
    String kind,
    ExamPlan.Exercise exercise,
    String name,
    String sentence,
    Map<String, String> files,
    Set<String> changed) {

  /**
   * Reads the right ones of one exercise.
   *
   * @param right the folder that holds a folder for each exercise
   */
  static List<KnownSubmission> right(Path right, ExamPlan.Exercise exercise) throws IOException {
    Path ofExercise = right.resolve(exercise.id());
    List<KnownSubmission> found = new ArrayList<>();
    if (Files.isDirectory(ofExercise)) {
      for (Path folder : list(ofExercise)) {
        Map<String, String> files = new TreeMap<>();
        for (Path file : list(folder)) {
          files.put(file.getFileName().toString(), AuthorFile.read(file));
        }
        String name = folder.getFileName().toString();
        found.add(of("right", exercise, name, "", files, files.keySet()));
      }
    }
    return found;
  }

  /**
   * Reads the right one of which the wrong ones of one exercise are made.
   *
   * @param wrong the folder that holds a folder for each exercise
   */
  static KnownSubmission base(Path wrong, ExamPlan.Exercise exercise) throws IOException {
    Map<String, String> files = WrongSubmissions.read(wrong.resolve(exercise.id())).base();
    return of("wrong", exercise, WrongSubmissions.BASE, "", files, files.keySet());
  }

  /**
   * Reads the wrong ones of one exercise.
   *
   * @param wrong the folder that holds a folder for each exercise
   */
  static List<KnownSubmission> wrong(Path wrong, ExamPlan.Exercise exercise) throws IOException {
    List<KnownSubmission> found = new ArrayList<>();
    for (WrongSubmission each : WrongSubmissions.read(wrong.resolve(exercise.id())).mistakes()) {
      found.add(of("wrong", exercise, each.name(), each.sentence(), each.files(), each.changed()));
    }
    return found;
  }

  private static KnownSubmission of(
      String kind,
      ExamPlan.Exercise exercise,
      String name,
      String sentence,
      Map<String, String> files,
      Set<String> changed)
      throws IOException {
    String own = Lab.studentPath(exercise.contract());
    String packagePath = own.substring(0, own.lastIndexOf('/') + 1);
    Map<String, String> byPath = new TreeMap<>();
    files.forEach((file, text) -> byPath.put(packagePath + file, text));
    if (!byPath.containsKey(own)) {
      throw new IOException(
          "%s %s %s needs a %s"
              .formatted(kind, exercise.id(), name, own.substring(packagePath.length())));
    }
    return new KnownSubmission(kind, exercise, name, sentence, byPath, simpleNames(changed));
  }

  /** Returns its files, and the classes of the reference that they need. */
  Map<String, String> sources(Lab lab) {
    return new Uses(over(lab)).withNeeds(simpleNames(files.keySet()));
  }

  /** Returns its files, the classes of the reference that use them, and what all of these need. */
  Map<String, String> withDependents(Lab lab) {
    return new Uses(over(lab)).withNeeds(new Uses(lab.solutions()).dependents(changed));
  }

  /** Returns the reference with these files in place of its own. */
  Map<String, String> over(Lab lab) {
    Map<String, String> all = new TreeMap<>(lab.solutions());
    all.putAll(files);
    return all;
  }

  private static Set<String> simpleNames(Set<String> files) {
    return files.stream().map(Uses::simpleName).collect(Collectors.toSet());
  }

  @Override
  public String toString() {
    return kind + " " + exercise.id() + " " + name;
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.sorted().toList();
    }
  }
}
