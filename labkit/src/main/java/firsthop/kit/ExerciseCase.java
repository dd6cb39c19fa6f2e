package firsthop.kit;

import java.util.LinkedList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The running test, as it is described to a student.
 *
 * @param contract the interface of the exercise
 * @param testClass the class of the test
 * @param name the name of the test
 * @param hint the hint that is shown when the test fails
 * @param seconds the time limit
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

  /** Returns the annotation of a test class or of one of its superclasses. */
  static Optional<ExerciseTest> exerciseTest(Class<?> testClass) {
    return AnnotationSupport.findAnnotation(testClass, ExerciseTest.class);
  }

  /** Returns the annotation of a contract. */
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

  /** Returns the nearest hint: of the method, its class, or an enclosing class. */
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
