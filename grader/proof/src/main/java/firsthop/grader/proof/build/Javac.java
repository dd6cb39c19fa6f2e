package firsthop.grader.proof.build;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
  /** For what students edit or get: a warning is no error. */
  static final Javac LENIENT = new Javac(List.of("--release", "17", "-g", "-proc:none"));

  /** For what is ours. */
  static final Javac STRICT =
      new Javac(List.of("--release", "17", "-g", "-proc:none", "-Xlint:all", "-Werror"));

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

  private static CompileErrorsException.Error error(Diagnostic<? extends JavaFileObject> message) {
    String text = message.getMessage(Locale.ENGLISH).lines().findFirst().orElse("");
    String where =
        message.getSource() == null
            ? "javac"
            : Path.of(message.getSource().toUri()).getFileName() + ":" + message.getLineNumber();
    return new CompileErrorsException.Error(where, text);
  }
}
