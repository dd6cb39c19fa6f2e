package firsthop.kit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.MethodDescriptor;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;
import org.junit.jupiter.api.Order;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;

/**
 * Puts tests in the order in which a student should make them green.
 *
 * <p>Classes: by exercise; then the class that has the name of the contract; then by the smallest
 * {@link Order} in the class. Methods: by {@link Order}, and those without it in the order of the
 * source.
 */
public final class HandoutOrder implements ClassOrderer, MethodOrderer {
  private static final Comparator<Class<?>> CLASSES =
      Comparator.<Class<?>, String>comparing(HandoutOrder::exerciseKey)
          .thenComparing(type -> !isMain(type))
          .thenComparing(HandoutOrder::smallestOrder)
          .thenComparing(Class::getName);

  /** Creates the order. JUnit calls it. */
  public HandoutOrder() {}

  /** Returns the order of the classes with {@link ExerciseTest}. */
  static Comparator<Class<?>> classes() {
    return CLASSES;
  }

  /** Returns a key that sorts exercise 1.10 after 1.9. */
  static String key(String exerciseId) {
    return Arrays.stream(exerciseId.split("\\."))
        .map(number -> "0".repeat(Math.max(0, 4 - number.length())) + number)
        .reduce("", String::concat);
  }

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context
        .getClassDescriptors()
        .sort(Comparator.comparing(ClassDescriptor::getTestClass, HandoutOrder::compare));
  }

  @Override
  public void orderMethods(MethodOrdererContext context) {
    String source = source(context.getTestClass());
    context
        .getMethodDescriptors()
        .sort(
            Comparator.<MethodDescriptor>comparingInt(HandoutOrder::order)
                .thenComparing(method -> place(source, method)));
  }

  /** Leaves classes of no exercise behind the others, as they are. */
  private static int compare(Class<?> one, Class<?> other) {
    boolean oneHas = ExerciseCase.exerciseTest(one).isPresent();
    boolean otherHas = ExerciseCase.exerciseTest(other).isPresent();
    return oneHas && otherHas ? CLASSES.compare(one, other) : Boolean.compare(otherHas, oneHas);
  }

  private static String exerciseKey(Class<?> testClass) {
    return contract(testClass)
        .map(contract -> contract.getAnnotation(Exercise.class))
        .map(exercise -> key(exercise.id()))
        .orElse("");
  }

  private static boolean isMain(Class<?> testClass) {
    return contract(testClass)
        .filter(contract -> testClass.getSimpleName().equals(contract.getSimpleName() + "Test"))
        .isPresent();
  }

  private static Optional<Class<?>> contract(Class<?> testClass) {
    return ExerciseCase.exerciseTest(testClass).map(ExerciseTest::value);
  }

  private static int smallestOrder(Class<?> testClass) {
    return AnnotationSupport.findAnnotatedMethods(
            testClass, Order.class, HierarchyTraversalMode.TOP_DOWN)
        .stream()
        .mapToInt(method -> method.getAnnotation(Order.class).value())
        .min()
        .orElse(Order.DEFAULT);
  }

  private static int order(MethodDescriptor method) {
    return method.findAnnotation(Order.class).map(Order::value).orElse(Order.DEFAULT);
  }

  /** Returns where the method is in the source; 0 if it is not found. */
  private static int place(String source, MethodDescriptor method) {
    return Math.max(0, source.indexOf(" " + method.getMethod().getName() + "("));
  }

  private static String source(Class<?> testClass) {
    Optional<Path> file =
        contract(testClass).flatMap(LabFolder::of).map(lab -> lab.testSource(testClass));
    if (file.isEmpty() || !Files.isRegularFile(file.get())) {
      return "";
    }
    try {
      return Files.readString(file.get());
    } catch (IOException unreadable) {
      return "";
    }
  }
}
