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

/** How far one exercise has come, as far as its tests have run. */
final class ExerciseProgress {

  /** How a test has ended. */
  enum Outcome {
    GREEN,
    RED,
    OPEN
  }

  /** Where an exercise stands. */
  enum Status {
    /** Every test of it has run and is green. */
    DONE,
    /** What has run is green, but not everything has run. */
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
   * @param test what it is called
   * @param reason what it ended with, if not green
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

  /** Notes that a method of a test class was run, whatever came of it. */
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

  /** Says how many of the tests are green, where that is neither none of an open one nor all. */
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
