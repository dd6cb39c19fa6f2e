package firsthop.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The text above the board: for each wrong exercise, the first test that failed, in the order of
 * the handout. The other failures are in a file per exercise, in {@code target/firsthop} of the
 * lab.
 */
final class TestRunReport {
  private final List<ExerciseProgress> exercises;
  private final List<FailedTest> others;

  /**
   * Creates the report.
   *
   * @param others the failed tests of no exercise, such as tests that a student added
   */
  TestRunReport(List<ExerciseProgress> exercises, List<FailedTest> others) {
    this.exercises = BoardText.inOrder(exercises);
    this.others = others;
  }

  /** Returns the text for the console; empty if nothing failed and nothing was printed. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    exercises.forEach(exercise -> lines.addAll(lines(exercise)));
    others.forEach(test -> lines.addAll(lines(test)));
    return lines.isEmpty() ? "" : "\n" + String.join(System.lineSeparator(), lines);
  }

  /** Writes every failure of each exercise, and the board, to the folders of the labs. */
  void write(String board) {
    for (ExerciseProgress exercise : exercises) {
      LabFolder.of(exercise.contract()).ifPresent(lab -> write(lab, exercise, board));
    }
  }

  private static void write(LabFolder lab, ExerciseProgress exercise, String board) {
    List<String> lines = new ArrayList<>();
    exercise.failed().forEach(test -> lines.addAll(lines(test)));
    if (exercise.failed().isEmpty()) {
      exercise.printed().forEach(text -> lines.addAll(printed("printed", text)));
    }
    try {
      Files.createDirectories(lab.results());
      Files.writeString(lab.results().resolve("board.txt"), board);
      Path file = lab.results().resolve(fileName(exercise));
      if (lines.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.write(file, lines);
      }
    } catch (IOException notWritable) {
      // The console has the first failure of each exercise; only the others are missing.
    }
  }

  private static List<String> lines(ExerciseProgress exercise) {
    if (exercise.failed().isEmpty()) {
      return onlyPrinted(exercise);
    }
    List<String> lines = new ArrayList<>(lines(exercise.failed().get(0)));
    more(exercise).ifPresent(more -> lines.add(lines.size() - 1, more));
    return lines;
  }

  /** Returns the message and the printed text of a test, and an empty line. */
  private static List<String> lines(FailedTest test) {
    List<String> lines = new ArrayList<>(test.message().lines().toList());
    if (test.printed().isEmpty()) {
      lines.add("");
    } else {
      lines.addAll(printed("  your code printed", test.printed()));
    }
    return lines;
  }

  private static List<String> onlyPrinted(ExerciseProgress exercise) {
    String heading = exercise.exercise().id() + " " + exercise.exercise().title() + ", printed";
    List<PrintedText> texts = exercise.printed();
    if (texts.isEmpty()) {
      return List.of();
    }
    List<String> lines = new ArrayList<>(printed(heading, texts.get(0)));
    if (texts.size() > 1) {
      lines.add(lines.size() - 1, "  other tests printed more: " + file(exercise));
    }
    return lines;
  }

  private static List<String> printed(String heading, PrintedText text) {
    List<String> lines = new ArrayList<>(List.of(heading + ":"));
    Stream.concat(text.firstLines().stream(), text.rest().stream())
        .map(line -> "    " + line)
        .forEach(lines::add);
    lines.add("");
    return lines;
  }

  /** Returns the line about the other tests that failed or did not run. */
  private static Optional<String> more(ExerciseProgress exercise) {
    int failed = exercise.failed().size() - 1;
    List<String> parts = new ArrayList<>();
    if (failed > 0) {
      parts.add("  +" + failed + " more: " + file(exercise));
    }
    if (exercise.notRun() > 0) {
      parts.add("  " + exercise.notRun() + " not run: they would meet the same");
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", parts));
  }

  private static String file(ExerciseProgress exercise) {
    return LabFolder.of(exercise.contract())
        .map(lab -> lab.resultFile(fileName(exercise)))
        .orElse("run one test alone with -Dtest=");
  }

  private static String fileName(ExerciseProgress exercise) {
    return exercise.exercise().id() + ".txt";
  }
}
