package firsthop.grader.proof.rules;

import firsthop.grader.course.Course;
import firsthop.grader.proof.source.AuthorFile;
import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The exercises of a checkout, as their sources say.
 *
 * @param home the folder that holds the labs
 */
public record Checkout(Path home) {
  /** Where the hidden tests are. */
  static final String EXAM_SOURCES = "grader/exams/src/main/java/firsthop/grader/exams";

  /** Where the Korean hints of the hidden tests are. */
  static final String EXAM_RESOURCES = "grader/exams/src/main/resources/firsthop/grader/exams";

  /** Where the wrong submissions are, in a folder for each exercise. */
  static final String WRONG = "grader/exams/wrong";

  /** Where the right submissions are, in a folder for each exercise. */
  static final String RIGHT = "grader/exams/right";

  private static final List<String> OWN_SOURCES = List.of("src/main/java", "src/test/java");

  /** Found without the parser, so that a contract with a slip in it is still an exercise. */
  private static final Pattern EXERCISE =
      Pattern.compile("(?m)^@Exercise\\(\\s*id\\s*=\\s*\"([^\"]*)\"");

  /** Returns the folders of the labs, in the order of their numbers. */
  public List<Path> labs() throws IOException {
    return Course.labFolders(home);
  }

  /** Returns every exercise, in the order of their ids. */
  public List<ExerciseFiles> exercises() throws IOException {
    List<ExerciseFiles> found = new ArrayList<>();
    for (Path lab : labs()) {
      for (Path file : filesBelow(lab.resolve("src/main/java"))) {
        Matcher exercise = EXERCISE.matcher(AuthorFile.read(file));
        if (exercise.find()) {
          String contract = file.getFileName().toString().replace(".java", "");
          ExerciseNumber id =
              ExerciseNumber.read(exercise.group(1))
                  .orElseThrow(
                      () ->
                          new BadSourceException(
                              home.relativize(file).toString().replace('\\', '/'),
                              "the id in @Exercise is \"%s\"; write one such as 1.1"
                                  .formatted(exercise.group(1))));
          found.add(new ExerciseFiles(home, lab, id, contract));
        }
      }
    }
    found.sort(Comparator.comparing(ExerciseFiles::number));
    return found;
  }

  /** Returns the hidden tests and the folders of submissions that belong to no exercise. */
  public List<Path> strays() throws IOException {
    List<Path> strays = new ArrayList<>();
    for (Path file : filesBelow(home.resolve(EXAM_SOURCES))) {
      if (file.getFileName().toString().endsWith("Exam.java")) {
        strays.add(file);
      }
    }
    for (String kind : List.of(WRONG, RIGHT)) {
      try (Stream<Path> inside = Files.list(home.resolve(kind))) {
        inside.filter(Files::isDirectory).sorted().forEach(strays::add);
      }
    }
    for (ExerciseFiles exercise : exercises()) {
      strays.removeAll(List.of(exercise.exam(), exercise.wrong(), exercise.right()));
    }
    return strays;
  }

  /**
   * Returns all Java sources of modules. A simple name means one class in all of them, except for
   * solutions and submissions, which have the names that the contracts prescribe.
   */
  public List<Path> ownSources() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path parent : List.of(home, home.resolve("grader"))) {
      try (Stream<Path> modules = Files.list(parent)) {
        for (Path module : modules.sorted().toList()) {
          for (String sources : OWN_SOURCES) {
            if (Files.isDirectory(module.resolve(sources))) {
              all.addAll(filesBelow(module.resolve(sources)));
            }
          }
        }
      }
    }
    return all;
  }

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
