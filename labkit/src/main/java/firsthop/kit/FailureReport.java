package firsthop.kit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the message that a student reads when a test fails. */
final class FailureReport {
  private static final String INDENT = "    ";
  private static final int SHOWN_THREADS = 4;
  private static final Set<String> LIFE_CYCLE = Set.of("start", "close");
  private static final Pattern JDK_OR_TOOLS =
      Pattern.compile("(java|jdk|sun|org\\.(junit|assertj|opentest4j|apache\\.maven))\\.");

  private final ExerciseCase exerciseCase;
  private final StudentCode studentCode;
  private final List<String> lines = new ArrayList<>();

  private FailureReport(ExerciseCase exerciseCase) {
    this.exerciseCase = exerciseCase;
    this.studentCode = StudentCode.of(exerciseCase);
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
    report.saySuppressed(original);
    if (uncaught.isEmpty() && report.isExplainedByHint(original)) {
      report.sayHint();
    }
    report.sayWhatToRead();
    return ExerciseFailure.of(String.join("\n", report.lines), original);
  }

  /**
   * Returns the text for a failure outside of the intercepted methods, such as a class that could
   * not be initialized, or a test of no exercise.
   */
  static String plain(String heading, Throwable original) {
    Throwable thrown = original;
    while (thrown instanceof ExceptionInInitializerError && thrown.getCause() != null) {
      thrown = thrown.getCause();
    }
    String what =
        thrown instanceof AssertionError ? indented(thrown) : "  an exception: " + describe(thrown);
    return Stream.of(thrown.getStackTrace())
        .filter(frame -> !JDK_OR_TOOLS.matcher(frame.getClassName()).lookingAt())
        .findFirst()
        .map(f -> heading + "\n" + what + "\n  at " + f.getFileName() + ":" + f.getLineNumber())
        .orElse(heading + "\n" + what);
  }

  private void sayWhich() {
    Exercise exercise = exerciseCase.exercise();
    lines.add(exercise.id() + " " + exercise.title() + ", wrong");
    lines.add("  test:  " + exerciseCase.name().sentence());
    exerciseCase.name().input().ifPresent(input -> lines.add("  input: " + input));
  }

  private void sayWhat(Throwable original) {
    Optional<String> place = studentCode.placeIn(original);
    if (original instanceof TimedRun.Exceeded exceeded) {
      sayTimeOut(exceeded);
    } else if (original instanceof TimedRun.Exited) {
      lines.add("  " + original.getMessage());
      place.ifPresent(p -> lines.add("  at " + p));
      lines.add("  only main may end a program: throw an exception, or return");
    } else if (original instanceof HaltCalls.Refused) {
      lines.add("  " + original.getMessage());
      lines.add(
          "  that ends the tests of the whole lab, so none ran: throw an exception, or return");
    } else if (original instanceof AssertionError) {
      lines.add(indented(original));
    } else if (original instanceof NullPointerException npe && !isThrownByStudent(npe)) {
      lines.add("  " + NullSentence.of(npe));
    } else {
      String who = place.isPresent() ? "your code threw" : "the test stopped with";
      lines.add("  " + who + " an exception: " + describe(original));
      place.ifPresent(p -> lines.add("  at " + p));
      if (original instanceof StackOverflowError) {
        lines.add("  a method calls itself again and again, without an end");
      } else {
        lines.add("  the contract does not allow this here");
      }
    }
  }

  private void sayTimeOut(TimedRun.Exceeded exceeded) {
    StackTraceElement[] stack = exceeded.getStackTrace();
    Optional<String> place = studentCode.placeIn(stack);
    if (place.isEmpty()) {
      lines.add("  the test did not finish " + exceeded.getMessage());
      lines.add("  the test waited for your code");
    } else {
      String method = studentCode.calledMethod(stack).orElse("your code");
      lines.add("  " + method + " did not return " + exceeded.getMessage());
      lines.add("  it was at " + place.get());
      if (method.equals("start")) {
        lines.add("  start must return at once: a thread of its own does the work of the server");
      }
    }
    exceeded.others().stream()
        .flatMap(other -> studentCode.placeIn(other).stream())
        .distinct()
        .limit(SHOWN_THREADS)
        .forEach(other -> lines.add("  another thread was at " + other));
    if (exceeded.deadlock()) {
      lines.add("  these threads wait for each other's locks: a deadlock");
    }
  }

  /** Returns whether the innermost frame, outside of the JDK, is the student's. */
  private boolean isThrownByStudent(Throwable thrown) {
    return Stream.of(thrown.getStackTrace())
        .filter(frame -> !JDK_OR_TOOLS.matcher(frame.getClassName()).lookingAt())
        .findFirst()
        .filter(frame -> studentCode.isIn(new StackTraceElement[] {frame}))
        .isPresent();
  }

  /** Says what the cleanup of the test threw: close, after the test had failed already. */
  private void saySuppressed(Throwable original) {
    for (Throwable suppressed : original.getSuppressed()) {
      studentCode
          .placeIn(suppressed)
          .filter(place -> !(suppressed instanceof AssertionError))
          .ifPresent(
              place -> {
                lines.add("  after that, your code threw an exception: " + describe(suppressed));
                lines.add("  at " + place);
              });
    }
  }

  private void sayMeanwhile(Throwable uncaught) {
    lines.add("  during the test, an exception ended one of your threads: " + describe(uncaught));
    studentCode.placeIn(uncaught).ifPresent(place -> lines.add("  at " + place));
  }

  /**
   * Returns whether the hint of the test belongs to this failure. It does not if start or close
   * failed in a test of something else, or if the student's code ended the program.
   */
  private boolean isExplainedByHint(Throwable original) {
    if (original instanceof TimedRun.Exited || original instanceof HaltCalls.Refused) {
      return false;
    }
    return studentCode
        .calledMethod(original.getStackTrace())
        .filter(LIFE_CYCLE::contains)
        .filter(method -> !exerciseCase.name().sentence().matches(".*\\b" + method + ".*"))
        .isEmpty();
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

  static String describe(Throwable thrown) {
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
