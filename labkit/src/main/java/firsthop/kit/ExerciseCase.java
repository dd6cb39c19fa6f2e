package firsthop.kit;

import java.util.LinkedList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The test that is running, as a student should hear of it.
 *
 * @param contract the interface of the exercise
 * @param testClass the class of the test
 * @param name what the test is called
 * @param hint what may be said when it fails
 * @param seconds how long it may take
 */
record ExerciseCase(
    Class<?> contract, Class<?> testClass, TestName name, Optional<String> hint, int seconds) {

  static ExerciseCase of(ExtensionContext context) {
    LinkedList<TestName.Step> steps = new LinkedList<>();
    Optional<ExtensionContext> at = Optional.of(context);
    while (at.isPresent() && !isExerciseTest(at.get())) {
      steps.addFirst(new TestName.Step(at.get().getDisplayName(), isMethod(at.get())));
      at = at.get().getParent();
    }
    Class<?> testClass = at.flatMap(ExtensionContext::getTestClass).orElseThrow();
    ExerciseTest test = exerciseTest(testClass).orElseThrow();
    exercise(test.value());
    return new ExerciseCase(
        test.value(), testClass, TestName.of(steps), hint(context), test.seconds());
  }

  Exercise exercise() {
    return exercise(contract);
  }

  /** Finds the annotation on a test class itself or on one that it extends. */
  static Optional<ExerciseTest> exerciseTest(Class<?> testClass) {
    return AnnotationSupport.findAnnotation(testClass, ExerciseTest.class);
  }

  /** Reads the annotation of a contract. */
  static Exercise exercise(Class<?> contract) {
    Exercise exercise = contract.getAnnotation(Exercise.class);
    if (exercise == null) {
      throw new ExtensionConfigurationException(
          contract.getName() + " has no @Exercise; @ExerciseTest must name a contract");
    }
    return exercise;
  }

  private static boolean isExerciseTest(ExtensionContext context) {
    return !isMethod(context)
        && context.getTestClass().filter(c -> exerciseTest(c).isPresent()).isPresent();
  }

  private static boolean isMethod(ExtensionContext context) {
    return context.getTestMethod().isPresent();
  }

  /** Finds the nearest hint: on the method, its class, or a class around it. */
  private static Optional<String> hint(ExtensionContext context) {
    for (Optional<ExtensionContext> at = Optional.of(context);
        at.isPresent();
        at = at.get().getParent()) {
      @Nullable Hint hint =
          at.get().getElement().map(e -> e.getAnnotation(Hint.class)).orElse(null);
      if (hint != null) {
        return Optional.of(hint.value());
      }
    }
    return Optional.empty();
  }
}
