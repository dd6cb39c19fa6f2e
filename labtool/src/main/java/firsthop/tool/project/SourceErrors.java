package firsthop.tool.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/**
 * What javac says about sources that do not compile.
 *
 * @param lines one line for each of the first errors: file, line, what is wrong
 * @param files the files with errors
 */
public record SourceErrors(List<String> lines, Set<Path> files) {
  private static final int SHOWN = 5;

  static SourceErrors of(List<Diagnostic<? extends JavaFileObject>> diagnostics) {
    List<Diagnostic<? extends JavaFileObject>> errors =
        diagnostics.stream().filter(d -> d.getKind() == Diagnostic.Kind.ERROR).toList();
    List<String> lines = errors.stream().limit(SHOWN).map(SourceErrors::line).toList();
    return new SourceErrors(
        lines,
        errors.stream()
            .filter(error -> error.getSource() != null)
            .map(error -> Path.of(error.getSource().toUri()))
            .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** Returns whether everything compiled. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }

  private static String line(Diagnostic<? extends JavaFileObject> error) {
    String what = String.valueOf(error.getMessage(Locale.ENGLISH)).replaceAll("\\s*\\R\\s*", "; ");
    if (error.getSource() == null) {
      return what;
    }
    Path file = Path.of(error.getSource().toUri()).getFileName();
    return file + ":" + error.getLineNumber() + ": " + what;
  }
}
