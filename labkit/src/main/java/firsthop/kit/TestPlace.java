package firsthop.kit;

import java.util.LinkedList;
import java.util.Optional;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The place of a test or container in the plan of a run.
 *
 * @param testClass the class with {@link ExerciseTest} that it is in, or is; empty if none
 * @param name the name within that class, or the whole name if there is no such class
 * @param method the id of the test method; empty for a container without one
 */
record TestPlace(Optional<Class<?>> testClass, TestName name, String method) {

  static TestPlace of(TestPlan plan, TestIdentifier identifier) {
    LinkedList<TestName.Step> steps = new LinkedList<>();
    String method = "";
    Optional<TestIdentifier> at = Optional.of(identifier);
    while (at.isPresent() && exerciseTest(at.get()).isEmpty()) {
      Optional<String> id = methodId(at.get());
      if (id.isPresent() || isBelowTheEngine(at.get())) {
        steps.addFirst(new TestName.Step(at.get().getDisplayName(), id.isPresent()));
      }
      method = id.orElse(method);
      at = plan.getParent(at.get());
    }
    return new TestPlace(at.flatMap(TestPlace::exerciseTest), TestName.of(steps), method);
  }

  /** Returns the contract that the class tests. */
  Optional<Class<?>> contract() {
    return testClass.flatMap(TestPlace::contract);
  }

  private static Optional<Class<?>> exerciseTest(TestIdentifier identifier) {
    return identifier
        .getSource()
        .filter(ClassSource.class::isInstance)
        .<Class<?>>map(source -> ((ClassSource) source).getJavaClass())
        .filter(type -> contract(type).isPresent());
  }

  private static Optional<Class<?>> contract(Class<?> testClass) {
    return ExerciseCase.exerciseTest(testClass)
        .<Class<?>>map(ExerciseTest::value)
        .filter(contract -> contract.isAnnotationPresent(Exercise.class));
  }

  private static boolean isBelowTheEngine(TestIdentifier identifier) {
    return identifier.getParentId().isPresent();
  }

  private static Optional<String> methodId(TestIdentifier identifier) {
    return identifier
        .getSource()
        .filter(MethodSource.class::isInstance)
        .map(source -> (MethodSource) source)
        .map(m -> m.getClassName() + "#" + m.getMethodName() + m.getMethodParameterTypes());
  }
}
