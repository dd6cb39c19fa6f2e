package firsthop.grader.agent;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Defines classes from bytes. The parent is asked first, so that a student's copy of a contract is
 * never loaded; without a parent only the JDK's classes are below it, so that neither the agent nor
 * its library can be named by what the student handed in.
 */
final class ClassBytes extends ClassLoader {
  private final Map<String, byte[]> classes;

  ClassBytes(@Nullable ClassLoader parent, Map<String, byte[]> classes) {
    super(parent == null ? ClassLoader.getPlatformClassLoader() : parent);
    this.classes = classes;
  }

  /** Tells whether this loader, not its parents, has the class. */
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
