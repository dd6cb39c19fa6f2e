package firsthop.grader.proof.rules;

import firsthop.grader.course.Course;
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
        Matcher exercise = EXERCISE.matcher(Files.readString(file));
        if (exercise.find()) {
          String contract = file.getFileName().toString().replace(".java", "");
          ExerciseNumber id =
              ExerciseNumber.read(exercise.group(1))
                  .orElseThrow(
                      () ->
                          new BadSourceException(
                              file.getFileName().toString(), "needs an id such as 1.1"));
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

  private static List<Path> filesBelow(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(path -> path.toString().endsWith(".java")).sorted().toList();
    }
  }
}
