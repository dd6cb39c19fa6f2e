package tools;

public class Intruders {
  private static final String[] NAMES = {
    "java.lang.IntruderInJdk", "firsthop.kit.IntruderInKit", "firsthop.grader.agent.IntruderInAgent"
  };

  /** Returns whether one of the classes was loaded and got at what its package protects. */
  public static boolean anyIsInside() {
    for (String name : NAMES) {
      try {
        Class.forName(name).getMethod("enter").invoke(null);
        return true;
      } catch (ReflectiveOperationException | LinkageError | SecurityException outside) {
        // Try the next one.
      }
    }
    return false;
  }
}
