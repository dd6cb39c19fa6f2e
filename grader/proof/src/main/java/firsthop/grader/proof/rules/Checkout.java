package firsthop.grader.proof.rules;

import firsthop.grader.course.Course;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

  /** Where the wrong submissions are, in a folder for each exercise. */
  static final String WRONG = "grader/exams/wrong";

  /** Where the right submissions are, in a folder for each exercise. */
  static final String RIGHT = "grader/exams/right";

  /** Found without the parser, so that a contract with a slip in it is still an exercise. */
  private static final Pattern EXERCISE =
      Pattern.compile("(?m)^@Exercise\\(\\s*id\\s*=\\s*\"(\\d+\\.\\d+)\"");

  private static final Comparator<ExerciseFiles> BY_NUMBERS =
      Comparator.comparing(ExerciseFiles::labId)
          .thenComparing(files -> Integer.valueOf(files.id().replaceFirst("\\d+\\.", "")));

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
          found.add(new ExerciseFiles(home, lab, exercise.group(1), contract));
        }
      }
    }
    found.sort(BY_NUMBERS);
    return found;
  }

  /** Finds an exercise by its id. */
  public Optional<ExerciseFiles> find(String id) throws IOException {
    return exercises().stream().filter(files -> files.id().equals(id)).findFirst();
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
