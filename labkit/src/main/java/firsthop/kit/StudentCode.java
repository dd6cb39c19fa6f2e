package firsthop.kit;

import java.security.CodeSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the student's own lines in a stack trace. They are in the contract's package, but were
 * compiled neither with the tests nor with the kit.
 */
record StudentCode(Class<?> contract, Class<?> testClass) {

  /**
   * Returns the student's line nearest to the throw, such as {@code MyIpv4Codec.java:23, in parse}.
   */
  Optional<String> placeIn(Throwable thrown) {
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      Optional<String> place =
          Arrays.stream(t.getStackTrace()).filter(this::isStudents).findFirst().map(this::describe);
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  private String describe(StackTraceElement frame) {
    // The name of a lambda or a constructor tells the student nothing.
    String method = frame.getMethodName().matches("\\w+") ? ", in " + frame.getMethodName() : "";
    return frame.getFileName() + ":" + frame.getLineNumber() + method;
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
