package firsthop.grader.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defines classes from bytes. It asks the parent first, so that a student's copy of a contract is
 * never loaded. Without a parent it sees only the classes of the JDK, so that the student's code
 * cannot access the agent or its library.
 */
final class ClassBytes extends ClassLoader {
  private final Map<String, byte[]> classes;

  ClassBytes(@Nullable ClassLoader parent, Map<String, byte[]> classes) {
    super(parent == null ? ClassLoader.getPlatformClassLoader() : parent);
    this.classes = classes;
  }

  /** Returns whether this loader itself, not a parent, has the class. */
  boolean defines(String name) {
    return classes.containsKey(name);
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] bytes = classes.get(name);
    if (bytes == null) {
      throw new ClassNotFoundException(name);
    }
    return defineClass(name, bytes, 0, bytes.length);
  }
}
