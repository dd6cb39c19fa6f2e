package firsthop.grader.proof.patch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** Compiles programs one after the other, and keeps the class path open between them. */
final class MemoryCompiler implements AutoCloseable {
  /** Not for a release: that would read the JDK's classes anew for each program. */
  private static final List<String> OPTIONS = List.of("-proc:none", "-implicit:none", "-nowarn");

  private final JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
  private final StandardJavaFileManager platform =
      javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);

  /** Makes one for programs that use these classes. */
  MemoryCompiler(List<Path> classPath) {
    try {
      platform.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Returns what the compiler has against a program; empty when it compiles. */
  String errors(Map<String, String> files) {
    DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
    List<Source> sources =
        files.entrySet().stream().map(file -> new Source(file.getKey(), file.getValue())).toList();
    boolean compiled =
        javac.getTask(null, new Forgetful(platform), found, OPTIONS, null, sources).call();
    String errors =
        found.getDiagnostics().stream()
            .filter(each -> each.getKind() == Diagnostic.Kind.ERROR)
            .map(each -> each.toString())
            .collect(Collectors.joining("\n"));
    return compiled || !errors.isEmpty() ? errors : "javac gave up";
  }

  @Override
  public void close() throws IOException {
    platform.close();
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String name, String text) {
      super(URI.create("source:///" + name), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }
  }

  /** Keeps no class. */
  private static final class Forgetful extends ForwardingJavaFileManager<JavaFileManager> {
    Forgetful(JavaFileManager platform) {
      super(platform);
    }

    @Override
    public JavaFileObject getJavaFileForOutput(
        Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
      return new SimpleJavaFileObject(URI.create("class:///" + className), kind) {
        @Override
        public OutputStream openOutputStream() {
          return new ByteArrayOutputStream();
        }
      };
    }
  }
}
