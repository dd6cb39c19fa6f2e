package firsthop.tool.watch;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Keeps the results of a lab and writes them for a student. */
final class WatchBoard {
  private static final int MAX_LINES = 30;
  private static final int MAX_COLUMNS = 160;

  private final PrintStream out;
  private final Map<LabExercise, ExerciseResults> results = new LinkedHashMap<>();
  private WatchLanguage language = WatchLanguage.ENGLISH;

  WatchBoard(PrintStream out) {
    this.out = out;
  }

  WatchLanguage language() {
    return language;
  }

  void switchLanguage() {
    language = language.other();
  }

  /** Takes the exercises of the lab; what is known about them is kept. */
  void take(List<LabExercise> exercises) {
    exercises.forEach(exercise -> results.computeIfAbsent(exercise, e -> new ExerciseResults()));
  }

  ExerciseResults of(LabExercise exercise) {
    return results.computeIfAbsent(exercise, e -> new ExerciseResults());
  }

  /** Writes one line about each exercise. */
  void writeAll() {
    results.keySet().forEach(exercise -> out.println(line(exercise)));
  }

  /** Writes the state of an exercise and its first failing case. */
  void write(LabExercise exercise, long millisAfterSave) {
    writeLine(exercise, millisAfterSave);
    ExerciseResults result = of(exercise);
    result.firstFailed().ifPresent(first -> writeMessage(first.message()));
    int more = result.failed().size() - 1;
    if (more > 0) {
      out.println("  " + text(language.more, more));
    }
  }

  /**
   * Writes the state of an exercise.
   *
   * @param millisAfterSave -1 if nothing was saved
   */
  void writeLine(LabExercise exercise, long millisAfterSave) {
    String when = millisAfterSave < 0 ? "" : "   " + text(language.afterSave, millisAfterSave);
    out.println(line(exercise) + when);
  }

  /** Writes every failing case of an exercise. */
  void writeFailed(LabExercise exercise) {
    out.println(line(exercise));
    of(exercise).failed().forEach(failed -> writeMessage(failed.message()));
  }

  /** Returns the first exercise that is wrong, or else the first one that is not done. */
  Optional<LabExercise> next() {
    Optional<LabExercise> wrong =
        results.keySet().stream().filter(exercise -> of(exercise).isWrong()).findFirst();
    return wrong.isPresent()
        ? wrong
        : results.keySet().stream().filter(exercise -> !of(exercise).isDone()).findFirst();
  }

  /** Returns the next exercise after one that is not done; perhaps the same. */
  Optional<LabExercise> nextAfter(LabExercise exercise) {
    List<LabExercise> all = List.copyOf(results.keySet());
    int at = all.indexOf(exercise);
    for (int i = 1; i <= all.size(); i++) {
      LabExercise candidate = all.get((at + i) % all.size());
      if (!of(candidate).isDone()) {
        return Optional.of(candidate);
      }
    }
    return Optional.empty();
  }

  /** Writes what to do next. */
  void writeNext(Optional<LabExercise> focus) {
    out.println(
        focus
            .map(
                exercise ->
                    text(
                        of(exercise).isWrong() ? language.correct : language.fillIn,
                        exercise.id(),
                        exercise.studentClass()))
            .orElse(language.allDone));
    out.println(language.keys);
  }

  void writeMessage(String message) {
    List<String> lines = message.lines().toList();
    for (String line : lines.subList(0, Math.min(lines.size(), MAX_LINES))) {
      String shown = visible(line);
      out.println(
          "  " + (shown.length() > MAX_COLUMNS ? shown.substring(0, MAX_COLUMNS) + "..." : shown));
    }
  }

  private String line(LabExercise exercise) {
    ExerciseResults result = of(exercise);
    String state =
        result.isDone() ? language.done : result.isWrong() ? language.wrong : language.open;
    String count = result.isWrong() ? text(language.passing, result.passed(), result.total()) : "";
    return " %-4s %-30s %-6s %s"
        .formatted(exercise.id(), exercise.title(), state, count)
        .stripTrailing();
  }

  /** What a student's code returns must not move the cursor. */
  private static String visible(String line) {
    return line.codePoints()
        .map(point -> Character.isISOControl(point) ? '.' : point)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
