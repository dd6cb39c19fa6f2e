package firsthop.grader.compiler;

import firsthop.grader.control.Compilation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles sources in memory. */
final class SourceCompiler {
  /** Every student has Java 17, whichever JDK compiles. */
  private static final int RELEASE = 17;

  /**
   * No annotation processors, and no class that is not asked for. Texts are joined by plain calls:
   * the usual instruction makes each new process generate classes before it joins its first text.
   */
  private static final List<String> OPTIONS =
      List.of(
          "-proc:none", "-implicit:none", "-g", "-parameters", "-nowarn", "-XDstringConcat=inline");

  private static final String NO_MESSAGE =
      "javac failed without a message. Is the code nested too deeply?";

  private static final int MAX_MESSAGE_CHARS = 1_000;

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager platform =
      javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  Compilation.Result compile(Compilation.Request request) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    MemoryFileManager files = new MemoryFileManager(platform, request.classPath());
    List<SourceFile> sources = new ArrayList<>();
    request.sources().forEach((path, text) -> sources.add(new SourceFile(path, text)));
    boolean compiled;
    try {
      compiled = javac.getTask(null, files, found, options(), null, sources).call();
    } catch (StackOverflowError | RuntimeException overwhelmed) {
      // Deep nesting overflows javac's stack, and some sources cause internal errors of javac.
      return failed(List.of(new Compilation.Problem("", 0, "javac failed: " + overwhelmed)));
    }
    if (compiled) {
      return new Compilation.Result(true, files.compiled(), List.of());
    }
    List<Compilation.Problem> problems = problems(found);
    // Javac catches its own stack overflow and reports nothing.
    return failed(
        problems.isEmpty() ? List.of(new Compilation.Problem("", 0, NO_MESSAGE)) : problems);
  }

  /** For its own release javac needs no description of the API, which it reads each time. */
  private static List<String> options() {
    return Runtime.version().feature() == RELEASE
        ? OPTIONS
        : Stream.concat(Stream.of("--release", String.valueOf(RELEASE)), OPTIONS.stream()).toList();
  }

  private static Compilation.Result failed(List<Compilation.Problem> problems) {
    return new Compilation.Result(false, Map.of(), problems);
  }

  private static List<Compilation.Problem> problems(DiagnosticCollector<JavaFileObject> found) {
    return found.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .limit(Compilation.MAX_PROBLEMS)
        .map(SourceCompiler::problem)
        .toList();
  }

  private static Compilation.Problem problem(Diagnostic<? extends JavaFileObject> diagnostic) {
    String path = diagnostic.getSource() instanceof SourceFile source ? source.path() : "";
    String message = diagnostic.getMessage(Locale.ROOT);
    return new Compilation.Problem(
        path,
        Math.max(0, diagnostic.getLineNumber()),
        message.length() <= MAX_MESSAGE_CHARS ? message : message.substring(0, MAX_MESSAGE_CHARS));
  }
}
