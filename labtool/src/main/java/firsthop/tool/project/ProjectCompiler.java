package firsthop.tool.project;

import firsthop.tool.ToolException;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources of a lab with the compiler of the JDK, inside this process. */
public final class ProjectCompiler {
  private final JavaCompiler javac;

  /** Kept, because opening the JDK and the jars takes longer than compiling a lab. */
  private final StandardJavaFileManager files;

  /**
   * Creates a compiler.
   *
   * @throws ToolException if this Java has no compiler
   */
  public ProjectCompiler() throws ToolException {
    JavaCompiler found = ToolProvider.getSystemJavaCompiler();
    if (found == null) {
      throw new ToolException(
          System.getProperty("java.home")
              + " has no compiler; install a JDK, or point JAVA_HOME at one");
    }
    javac = found;
    files = javac.getStandardFileManager(null, null, StandardCharsets.UTF_8);
  }

  /**
   * Compiles sources.
   *
   * @param into where the classes go; the folder is made
   * @param classPath classes that the sources use, besides those that this tool runs with
   */
  public SourceErrors compile(Collection<Path> sources, Path into, List<Path> classPath)
      throws IOException {
    Files.createDirectories(into);
    String path =
        Stream.concat(
                classPath.stream().map(Path::toString),
                Stream.of(System.getProperty("java.class.path")))
            .collect(Collectors.joining(File.pathSeparator));
    List<String> options =
        List.of("-proc:none", "-nowarn", "-g", "-d", into.toString(), "-cp", path);
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    if (!sources.isEmpty()) {
      javac
          .getTask(
              Writer.nullWriter(),
              files,
              diagnostics,
              options,
              null,
              files.getJavaFileObjectsFromPaths(sources))
          .call();
    }
    return SourceErrors.of(diagnostics.getDiagnostics());
  }
}
