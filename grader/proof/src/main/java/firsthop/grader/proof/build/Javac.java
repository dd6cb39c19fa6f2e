package firsthop.grader.proof.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/**
 * The compiler of the JDK that this program runs on, with the options of the whole build.
 *
 * @param options as on its command line
 */
record Javac(List<String> options) {
  /** What the root pom names. */
  private static final int RELEASE = 17;

  private static final String SYMBOL = "symbol:";

  /** For what students edit or get: a warning is no error. */
  static final Javac LENIENT = withRelease("-g", "-proc:none");

  /** For what is ours. */
  static final Javac STRICT = withRelease("-g", "-proc:none", "-Xlint:all", "-Werror");

  /** For its own release javac needs no description of the API, which it reads each time. */
  private static Javac withRelease(String... others) {
    List<String> options = new ArrayList<>(List.of(others));
    if (Runtime.version().feature() != RELEASE) {
      options.addAll(List.of("--release", String.valueOf(RELEASE)));
    }
    return new Javac(List.copyOf(options));
  }

  /**
   * Compiles sources.
   *
   * @param classes the folder for what comes of them
   * @throws CompileErrorsException when it refuses one
   */
  void compile(List<Path> sources, List<Path> classPath, Path classes)
      throws IOException, CompileErrorsException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(messages, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
      files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(classes));
      boolean compiled =
          javac
              .getTask(
                  null, files, messages, options, null, files.getJavaFileObjectsFromPaths(sources))
              .call();
      if (!compiled) {
        throw new CompileErrorsException(
            messages.getDiagnostics().stream()
                .filter(message -> message.getKind() != Diagnostic.Kind.NOTE)
                .map(Javac::error)
                .toList());
      }
    }
  }

  private static CompileError error(Diagnostic<? extends JavaFileObject> message) {
    String text = shortened(message.getMessage(Locale.ENGLISH));
    String where =
        message.getSource() == null
            ? "javac"
            : Path.of(message.getSource().toUri()) + ":" + message.getLineNumber();
    return new CompileError(where, text);
  }

  /** Returns the first line, and the line that names the symbol that is not found. */
  private static String shortened(String message) {
    List<String> lines = message.lines().map(String::strip).toList();
    return Stream.concat(
            lines.stream().limit(1), lines.stream().skip(1).filter(line -> line.startsWith(SYMBOL)))
        .map(line -> line.replaceAll("\\s+", " "))
        .collect(Collectors.joining(", "));
  }
}
