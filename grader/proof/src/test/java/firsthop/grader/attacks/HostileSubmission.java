package firsthop.grader.attacks;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.ExamPlan;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.intake.Intake;
import firsthop.grader.intake.IntakeLimits;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One folder of {@code grader/exams/hostile}.
 *
 * @param earns the points that each exercise's honest work earns, by the exercise's id
 */
record HostileSubmission(String name, Path folder, Map<String, Integer> earns) {
  private static final Pattern EARNS = Pattern.compile("^// Earns: (.+)$", Pattern.MULTILINE);

  /** Reads every folder. */
  static List<HostileSubmission> all(Path home) throws IOException {
    try (Stream<Path> folders = Files.list(home.resolve("grader/exams/hostile"))) {
      return folders.filter(Files::isDirectory).sorted().map(HostileSubmission::read).toList();
    }
  }

  /** Returns the reference of these exercises, handed in by an honest neighbour. */
  static Submission reference(String id, Course course, List<ExamPlan.Exercise> exercises) {
    Map<String, Map<String, String>> sources = new TreeMap<>();
    course.labs().forEach(lab -> sources.put(lab.id(), reference(lab, exercises)));
    return new Submission(id, sources, List.of());
  }

  private static Map<String, String> reference(Lab lab, List<ExamPlan.Exercise> exercises) {
    Map<String, String> files = new TreeMap<>(lab.solutions());
    files
        .keySet()
        .retainAll(
            exercises.stream().map(exercise -> Lab.studentPath(exercise.contract())).toList());
    return files;
  }

  /**
   * Returns it as the intake reads it: its files over the reference, and the reference once more as
   * {@code HonestX}.
   *
   * @param edit a last change to its sources
   */
  Submission handedIn(Course course, List<ExamPlan.Exercise> exercises, UnaryOperator<String> edit)
      throws BadInputException {
    Map<String, Map<String, String>> sources = new TreeMap<>();
    for (Lab lab : course.labs()) {
      Map<String, String> reference = reference(lab, exercises);
      Map<String, String> files = new TreeMap<>(reference);
      reference.forEach(
          (path, text) ->
              files.put(
                  path.replace("/My", "/Honest"), text.replaceAll("\\bMy(\\w+)", "Honest$1")));
      sources.put(lab.id(), files);
    }
    Submission read = new Intake(course, IntakeLimits.STANDARD).take(folder).get(0);
    sources.forEach(
        (lab, files) -> read.of(lab).forEach((path, text) -> files.put(path, edit.apply(text))));
    return new Submission(name, sources, List.of());
  }

  private static HostileSubmission read(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> files = inside.sorted().toList();
      Map<String, Integer> earns = new TreeMap<>();
      for (Path file : files) {
        Matcher line = EARNS.matcher(Files.readString(file));
        if (line.find()) {
          for (String pair : line.group(1).split(" ")) {
            String[] parts = pair.split("=");
            earns.put(parts[0], Integer.valueOf(parts[1]));
          }
        }
      }
      return new HostileSubmission(folder.getFileName().toString(), folder, earns);
    } catch (IOException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
