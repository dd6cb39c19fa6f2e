package firsthop.tool.watch;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One run of the tests of some exercises. It writes each exercise as soon as its tests ended. */
final class ExerciseRun {
  private final WatchBoard board;
  private final List<LabExercise> exercises;
  private final long savedMillis;
  private final Set<String> ended = new HashSet<>();
  private Optional<LabExercise> wrong = Optional.empty();
  private int written;

  /**
   * Creates a run.
   *
   * @param savedMillis when a file was saved, as in {@link System#currentTimeMillis}; -1 if none
   */
  ExerciseRun(WatchBoard board, List<LabExercise> exercises, long savedMillis) {
    this.board = board;
    this.exercises = exercises;
    this.savedMillis = savedMillis;
    exercises.forEach(exercise -> board.of(exercise).clear());
  }

  List<String> testClasses() {
    return exercises.stream().flatMap(exercise -> exercise.testClasses().stream()).toList();
  }

  /** Returns the first exercise that is wrong. */
  Optional<LabExercise> wrong() {
    return wrong;
  }

  void take(CaseResult result) {
    exercises.stream()
        .filter(exercise -> exercise.testClasses().contains(result.testClass()))
        .forEach(exercise -> board.of(exercise).add(result));
  }

  void endClass(String testClass) {
    ended.add(testClass);
    if (written < exercises.size() && ended.containsAll(exercises.get(written).testClasses())) {
      writeNextExercise();
    }
  }

  /**
   * Ends the run.
   *
   * @param isGone whether the process of the tests ended with it
   */
  void end(boolean isGone) {
    if (isGone && written < exercises.size()) {
      LabExercise guilty = exercises.get(written);
      String sentence = board.language().ended.formatted(guilty.id());
      String testClass = guilty.testClasses().get(0);
      board.of(guilty).add(new CaseResult(testClass, "", CaseResult.State.FAILED, sentence));
      writeNextExercise();
    }
    while (!isGone && written < exercises.size()) {
      writeNextExercise();
    }
  }

  /** Only the first wrong exercise is explained; the others may be wrong because of it. */
  private void writeNextExercise() {
    LabExercise exercise = exercises.get(written);
    long after = savedMillis < 0 ? -1 : System.currentTimeMillis() - savedMillis;
    if (wrong.isEmpty() && board.of(exercise).isWrong()) {
      wrong = Optional.of(exercise);
      board.write(exercise, after);
    } else {
      board.writeLine(exercise, after);
    }
    written++;
  }
}
