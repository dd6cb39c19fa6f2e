package firsthop.kit;

import java.security.CodeSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the student's own lines in a stack trace. They are in the contract's package, but were
 * compiled neither with the tests nor with the kit.
 */
record StudentCode(Class<?> contract, Class<?> testClass) {

  static StudentCode of(ExerciseCase exerciseCase) {
    return new StudentCode(exerciseCase.contract(), exerciseCase.testClass());
  }

  /**
   * Returns the student's line nearest to the throw, such as {@code MyIpv4Codec.java:23, in parse}.
   */
  Optional<String> placeIn(Throwable thrown) {
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      Optional<String> place = placeIn(t.getStackTrace());
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  /** Returns the innermost line of the student in a stack. */
  Optional<String> placeIn(StackTraceElement[] stack) {
    return frames(stack).findFirst().map(this::describe);
  }

  /** Returns the name of the student's method that the test called. */
  Optional<String> calledMethod(StackTraceElement[] stack) {
    return frames(stack)
        .reduce((inner, outer) -> outer)
        .map(StackTraceElement::getMethodName)
        .filter(StudentCode::isTelling);
  }

  /** Returns the student's methods in a stack, with their classes. */
  Set<String> methodsIn(StackTraceElement[] stack) {
    return frames(stack)
        .map(frame -> frame.getClassName() + "." + frame.getMethodName())
        .collect(Collectors.toSet());
  }

  boolean isIn(StackTraceElement[] stack) {
    return frames(stack).findAny().isPresent();
  }

  private Stream<StackTraceElement> frames(StackTraceElement[] stack) {
    return Arrays.stream(stack).filter(this::isStudents);
  }

  private String describe(StackTraceElement frame) {
    String method = isTelling(frame.getMethodName()) ? ", in " + frame.getMethodName() : "";
    return frame.getFileName() + ":" + frame.getLineNumber() + method;
  }

  /** Returns whether it is no lambda or constructor, whose name tells the student nothing. */
  private static boolean isTelling(String methodName) {
    return methodName.matches("\\w+");
  }

  private boolean isStudents(StackTraceElement frame) {
    String name = frame.getClassName();
    if (!name.startsWith(contract.getPackageName() + ".") || frame.getFileName() == null) {
      return false;
    }
    return frame.getFileName().startsWith("My") || !isGiven(name);
  }

  private boolean isGiven(String className) {
    try {
      Class<?> type = Class.forName(className, false, testClass.getClassLoader());
      return Stream.of(testClass, StudentCode.class)
          .anyMatch(given -> location(type).equals(location(given)));
    } catch (ClassNotFoundException | LinkageError e) {
      return true; // unknown: no line is better than a wrong one
    }
  }

  private static Optional<Object> location(Class<?> type) {
    return Optional.ofNullable(type.getProtectionDomain().getCodeSource())
        .map(CodeSource::getLocation)
        .map(Object::toString);
  }
}
