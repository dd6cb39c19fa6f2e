package firsthop.kit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/** The progress of one exercise, by the tests that have run. */
final class ExerciseProgress {

  /** The outcome of a test. */
  enum Outcome {
    GREEN,
    RED,
    OPEN,
    /** Tests of the exercise before it did not finish in time. */
    NOT_RUN
  }

  /** The status of an exercise. */
  enum Status {
    /** Every test of the exercise has run and is green. */
    DONE,
    /** Every test that has run is green, but some have not run. */
    GREEN,
    /** A test is red. */
    WRONG,
    /** No test is red, but some are open. */
    OPEN,
    /** No test is red or open, but some did not run. */
    NOT_RUN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  private final Class<?> contract;
  private final Set<Class<?>> testClasses = new HashSet<>();
  private final Set<String> methodsRun = new HashSet<>();
  private int tests;
  private int green;
  private int open;
  private int notRun;
  private final List<FailedTest> failed = new ArrayList<>();
  private final List<PrintedText> printed = new ArrayList<>();
  private @Nullable String whyOpen;

  ExerciseProgress(Class<?> contract) {
    this.contract = contract;
  }

  /** Counts a test that did not fail. The reason says why it was not run to its end. */
  void add(Class<?> testClass, Outcome outcome, String reason) {
    testClasses.add(testClass);
    tests++;
    switch (outcome) {
      case GREEN -> green++;
      case NOT_RUN -> notRun++;
      case OPEN -> {
        open++;
        whyOpen = whyOpen == null ? reason : whyOpen;
      }
      case RED -> throw new IllegalArgumentException("a failed test has a message");
    }
  }

  /** Counts a test that failed. */
  void add(FailedTest test) {
    testClasses.add(test.testClass());
    tests++;
    failed.add(test);
    failed.sort(Comparator.comparing(FailedTest::testClass, HandoutOrder.classes()));
  }

  /** Adds what the student's code printed in a test, or between the tests. */
  void printed(PrintedText text) {
    printed.add(text);
  }

  /** Notes that a method of a test class was run, whatever its outcome. */
  void ran(String method) {
    methodsRun.add(method);
  }

  Class<?> contract() {
    return contract;
  }

  Exercise exercise() {
    return ExerciseCase.exercise(contract);
  }

  Optional<Integer> points() {
    return Optional.ofNullable(contract.getAnnotation(Points.class)).map(Points::value);
  }

  Status status() {
    if (!failed.isEmpty()) {
      return Status.WRONG;
    }
    if (open > 0) {
      return Status.OPEN;
    }
    if (notRun > 0) {
      return Status.NOT_RUN;
    }
    return methodsRun.size() < methods() ? Status.GREEN : Status.DONE;
  }

  /** Returns the tests that failed, in the order of the handout. */
  List<FailedTest> failed() {
    return List.copyOf(failed);
  }

  /** Returns the number of tests that did not run because of time-outs. */
  int notRun() {
    return notRun;
  }

  /** Returns the texts that the student's code printed, without the empty ones. */
  List<PrintedText> printed() {
    return printed.stream().filter(text -> !text.isEmpty()).toList();
  }

  Optional<String> whyOpen() {
    return Optional.ofNullable(whyOpen);
  }

  /**
   * Returns how many tests are green; empty if the exercise is done, or open without a green test.
   */
  String share() {
    return switch (status()) {
      case WRONG -> green + " of " + tests + " tests";
      case OPEN -> green == 0 ? "" : green + " of " + tests + " tests";
      case GREEN -> methodsRun.size() + " of " + methods() + " ran";
      case DONE, NOT_RUN -> "";
    };
  }

  private int methods() {
    return testClasses.stream().mapToInt(ExerciseProgress::methodsOf).sum();
  }

  private static int methodsOf(Class<?> testClass) {
    int own =
        AnnotationSupport.findAnnotatedMethods(
                testClass, Testable.class, HierarchyTraversalMode.TOP_DOWN)
            .size();
    int nested =
        Stream.of(testClass.getDeclaredClasses())
            .filter(inner -> inner.isAnnotationPresent(Nested.class))
            .mapToInt(ExerciseProgress::methodsOf)
            .sum();
    return own + nested;
  }
}
