package firsthop.tool.project;

import firsthop.tool.ToolException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An object of a student's class, whose methods are called by their names. */
public final class StudentObject {
  private final Object object;

  private StudentObject(Object object) {
    this.object = object;
  }

  /**
   * Compiles the classes of a lab and loads them.
   *
   * @throws ToolException if they do not compile
   */
  public static ClassLoader load(LabProject lab) throws IOException, ToolException {
    return load(lab, LabProject.sources(lab.mainSources()), lab.output("run"));
  }

  static ClassLoader load(LabProject lab, List<Path> sources, Path classes)
      throws IOException, ToolException {
    SourceErrors errors = new ProjectCompiler().compile(sources, classes, List.of());
    if (!errors.isEmpty()) {
      throw new ToolException(
          lab.name() + " does not compile: " + String.join("\n     ", errors.lines()));
    }
    try {
      return new URLClassLoader(
          new URL[] {classes.toUri().toURL()}, StudentObject.class.getClassLoader());
    } catch (MalformedURLException e) {
      throw new IOException("could not load classes from " + classes, e);
    }
  }

  /** Creates an object of a class by its constructor without parameters. */
  public static StudentObject create(ClassLoader loader, String className) throws ToolException {
    try {
      return new StudentObject(loader.loadClass(className).getConstructor().newInstance());
    } catch (InvocationTargetException e) {
      throw thrown("the constructor of " + className, e.getCause());
    } catch (ReflectiveOperationException | LinkageError e) {
      throw new ToolException(
          className + " cannot be created; it needs a public constructor without parameters: " + e);
    }
  }

  /** Returns an object that the student's code has returned. */
  public static StudentObject around(Object object) {
    return new StudentObject(object);
  }

  /**
   * Calls a method.
   *
   * @return what it returned; null if it is void
   * @throws ToolException if it threw; the line says what, and where in the student's code
   */
  public @Nullable Object call(String name, @Nullable Object... arguments) throws ToolException {
    Method method =
        Arrays.stream(object.getClass().getMethods())
            .filter(m -> m.getName().equals(name) && m.getParameterCount() == arguments.length)
            .filter(m -> !m.isBridge())
            .findFirst()
            .orElseThrow(
                () -> new ToolException(object.getClass().getName() + " has no method " + name));
    try {
      return method.invoke(object, arguments);
    } catch (InvocationTargetException e) {
      throw thrown(object.getClass().getSimpleName() + "." + name, e.getCause());
    } catch (IllegalAccessException | IllegalArgumentException e) {
      throw new ToolException(name + " cannot be called; the contract says its parameters: " + e);
    }
  }

  private static ToolException thrown(String what, Throwable cause) {
    if (cause.getClass().getName().startsWith("firsthop.kit.")) {
      return new ToolException(what + " is still open: " + cause.getMessage());
    }
    String at =
        Arrays.stream(cause.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith("firsthop."))
            .findFirst()
            .map(frame -> " at " + frame.getFileName() + ":" + frame.getLineNumber())
            .orElse("");
    return new ToolException(what + " threw " + cause + at);
  }
}
