package firsthop.kit;

import java.util.HashSet;
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
    OPEN
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
    OPEN;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Class<?> contract;
  private final Set<Class<?>> testClasses = new HashSet<>();
  private final Set<String> methodsRun = new HashSet<>();
  private int tests;
  private int green;
  private int open;
  private @Nullable String firstRed;
  private @Nullable String whyOpen;

  ExerciseProgress(Class<?> contract) {
    this.contract = contract;
  }

  /**
   * Counts a test.
   *
   * @param test the name of the test
   * @param reason the message of the failure; empty if the test is green
   */
  void add(Class<?> testClass, Outcome outcome, String test, String reason) {
    testClasses.add(testClass);
    tests++;
    switch (outcome) {
      case GREEN -> green++;
      case RED -> firstRed = firstRed == null ? test : firstRed;
      case OPEN -> {
        open++;
        whyOpen = whyOpen == null ? reason : whyOpen;
      }
    }
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
    if (firstRed != null) {
      return Status.WRONG;
    }
    if (open > 0) {
      return Status.OPEN;
    }
    return methodsRun.size() < methods() ? Status.GREEN : Status.DONE;
  }

  Optional<String> firstRed() {
    return Optional.ofNullable(firstRed);
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
      case DONE -> "";
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
