package firsthop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes the message that a student reads when a test fails. */
final class FailureReport {
  private static final String INDENT = "    ";

  private final ExerciseCase exerciseCase;
  private final StudentCode studentCode;
  private final List<String> lines = new ArrayList<>();

  private FailureReport(ExerciseCase exerciseCase) {
    this.exerciseCase = exerciseCase;
    this.studentCode = new StudentCode(exerciseCase.contract(), exerciseCase.testClass());
  }

  /**
   * Returns the failure to throw in place of the original.
   *
   * @param uncaught the exceptions that ended other threads during the test
   */
  static ExerciseFailure of(
      ExerciseCase exerciseCase, Throwable original, List<Throwable> uncaught) {
    FailureReport report = new FailureReport(exerciseCase);
    report.sayWhich();
    report.sayWhat(original);
    uncaught.forEach(report::sayMeanwhile);
    if (!(original instanceof TimedRun.Exceeded)) { // a test's hint does not explain a time-out
      report.sayHint();
    }
    report.sayWhatToRead();
    return ExerciseFailure.of(String.join("\n", report.lines), original);
  }

  private void sayWhich() {
    Exercise exercise = exerciseCase.exercise();
    lines.add(exercise.id() + " " + exercise.title() + ", wrong");
    lines.add("  test:  " + exerciseCase.name().sentence());
    exerciseCase.name().input().ifPresent(input -> lines.add("  input: " + input));
  }

  private void sayWhat(Throwable original) {
    Optional<String> place = studentCode.placeIn(original);
    if (original instanceof TimedRun.Exceeded) {
      String where = place.map(p -> ": your code was at " + p).orElse("");
      lines.add("  " + original.getMessage() + where);
    } else if (original instanceof AssertionError) {
      lines.add(indented(original));
    } else {
      String who = place.isPresent() ? "your code threw" : "the test stopped with";
      lines.add("  " + who + " an exception: " + describe(original));
      place.ifPresent(p -> lines.add("  at " + p));
      lines.add("  the contract does not allow this here");
    }
  }

  private void sayMeanwhile(Throwable uncaught) {
    lines.add("  during the test, an exception ended one of your threads: " + describe(uncaught));
    studentCode.placeIn(uncaught).ifPresent(place -> lines.add("  at " + place));
  }

  private void sayHint() {
    exerciseCase.hint().ifPresent(hint -> lines.add("  hint:  " + hint));
  }

  private void sayWhatToRead() {
    Exercise exercise = exerciseCase.exercise();
    String hints =
        LabFolder.of(exerciseCase.contract()).map(LabFolder::hints).orElse("hints.md of the lab");
    lines.add("  read:  " + spelledOut(exercise.rfc()));
    lines.add("  stuck: " + hints + ", section " + exercise.id());
  }

  private static String describe(Throwable thrown) {
    String type = thrown.getClass().getName();
    return Optional.ofNullable(thrown.getMessage()).map(m -> type + ": " + m).orElse(type);
  }

  private static String indented(Throwable original) {
    return String.valueOf(original.getMessage())
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> INDENT + line.strip())
        .collect(Collectors.joining("\n"));
  }

  /** Replaces section signs by a word, because some consoles cannot show them. */
  static String spelledOut(String rfc) {
    return rfc.replace("§", "section ");
  }
}
