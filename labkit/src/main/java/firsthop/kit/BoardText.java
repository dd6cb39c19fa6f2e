package firsthop.kit;

import firsthop.kit.ExerciseProgress.Status;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The progress board as text. It is plain ASCII, so that every console can show it. */
final class BoardText {
  private static final int WIDTH = 72;
  private static final int BAR = 20;
  private static final String RULE = "-".repeat(WIDTH);

  private final List<ExerciseProgress> exercises;
  private final boolean everythingRan;

  /**
   * Creates the board.
   *
   * @param everythingRan whether every test class of the lab was run
   */
  BoardText(List<ExerciseProgress> exercises, boolean everythingRan) {
    this.exercises = inOrder(exercises);
    this.everythingRan = everythingRan;
  }

  /** Returns the exercises in the order of their numbers. */
  static List<ExerciseProgress> inOrder(List<ExerciseProgress> exercises) {
    return exercises.stream()
        .sorted(Comparator.comparing(exercise -> HandoutOrder.key(exercise.exercise().id())))
        .toList();
  }

  @Override
  public String toString() {
    StringBuilder board = new StringBuilder("\n");
    lab().map(LabFolder::name).ifPresent(name -> line(board, name));
    line(board, RULE);
    exercises.forEach(exercise -> line(board, row(exercise)));
    line(board, RULE);
    line(board, total());
    line(board, "");
    next().forEach(sentence -> line(board, sentence));
    line(board, "");
    return ascii(board.toString());
  }

  private static String row(ExerciseProgress exercise) {
    String points = exercise.points().map(p -> p + " points").orElse("");
    return String.format(
        " %-4s %-30s %-7s %15s %10s",
        exercise.exercise().id(),
        exercise.exercise().title(),
        exercise.status(),
        exercise.share(),
        points);
  }

  private String total() {
    long done = with(Status.DONE).count();
    int filled = (int) (BAR * done / exercises.size());
    String bar = "#".repeat(filled) + ".".repeat(BAR - filled);
    return String.format(" [%s] %d of %d done", bar, done, exercises.size());
  }

  private List<String> next() {
    Optional<ExerciseProgress> wrong = with(Status.WRONG).findFirst();
    if (wrong.isPresent()) {
      return nextForWrong(wrong.get());
    }
    Optional<ExerciseProgress> open = with(Status.OPEN).findFirst();
    if (open.isPresent()) {
      return nextForOpen(open.get());
    }
    if (!everythingRan || with(Status.GREEN).findFirst().isPresent()) {
      return List.of(" next: the tests that ran are green. Run \"mvn test\" for the whole lab.");
    }
    return List.of(
        lab()
            .flatMap(LabFolder::nextHandout)
            .map(handout -> " next: everything here is done. Continue with " + handout + ".")
            .orElse(" next: nothing. Everything here is done."));
  }

  private List<String> nextForWrong(ExerciseProgress exercise) {
    return List.of(
        " next: " + heading(exercise) + " is wrong. Make this test green:",
        "       " + exercise.failed().get(0).name(),
        "       Its message above shows the expected result and your result.");
  }

  private List<String> nextForOpen(ExerciseProgress exercise) {
    String heading = " next: " + heading(exercise);
    String reason = exercise.whyOpen().orElse("");
    if (reason.startsWith("exercise ") && !reason.contains(" " + exercise.exercise().id() + " ")) {
      return List.of(heading + " needs another exercise first:", "       " + reason + ".");
    }
    String name = exercise.contract().getSimpleName();
    String file = lab().map(l -> l.fileToEdit(exercise.contract())).orElse("My" + name + ".java");
    return List.of(
        heading + " is open. Fill in",
        "       " + file + ".",
        "       The contract " + name + ".java beside it says what it must do.");
  }

  private static String heading(ExerciseProgress exercise) {
    return exercise.exercise().id() + " " + exercise.exercise().title();
  }

  private Stream<ExerciseProgress> with(Status status) {
    Predicate<ExerciseProgress> has = exercise -> exercise.status() == status;
    return exercises.stream().filter(has);
  }

  private Optional<LabFolder> lab() {
    return LabFolder.of(exercises.get(0).contract());
  }

  private static void line(StringBuilder board, String text) {
    board.append(text.stripTrailing()).append(System.lineSeparator());
  }

  private static String ascii(String text) {
    StringBuilder plain = new StringBuilder();
    for (char c : text.toCharArray()) {
      plain.append(c < 128 ? String.valueOf(c) : String.format("\\u%04x", (int) c));
    }
    return plain.toString();
  }
}
