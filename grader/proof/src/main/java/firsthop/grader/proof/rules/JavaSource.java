package firsthop.grader.proof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Trees;
import firsthop.grader.proof.source.AuthorFile;
import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * A Java source as the compiler's parser reads it. No name in it is resolved.
 *
 * @param type the class or interface that the file is named after
 */
record JavaSource(
    Path file, String text, CompilationUnitTree unit, ClassTree type, JavacTask parser) {

  /**
   * Reads a source.
   *
   * @throws BadSourceException when it is not Java, lacks the type that it is named after, or is
   *     not there
   */
  static JavaSource read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new BadSourceException(file.getFileName().toString(), "there is no such file");
    }
    String text = AuthorFile.read(file);
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        javac.getStandardFileManager(messages, Locale.ENGLISH, StandardCharsets.UTF_8)) {
      JavacTask parser =
          (JavacTask)
              javac.getTask(
                  null,
                  files,
                  messages,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjects(file));
      CompilationUnitTree unit = parser.parse().iterator().next();
      for (Diagnostic<? extends JavaFileObject> message : messages.getDiagnostics()) {
        if (message.getKind() == Diagnostic.Kind.ERROR) {
          throw bad(file, message.getLineNumber(), message.getMessage(Locale.ENGLISH));
        }
      }
      return new JavaSource(file, text, unit, typeOf(file, unit), parser);
    }
  }

  /** Returns a complaint about a place in this source, to be thrown. */
  BadSourceException bad(Tree place, String complaint) {
    long start = Trees.instance(parser).getSourcePositions().getStartPosition(unit, place);
    return bad(file, unit.getLineMap().getLineNumber(start), complaint);
  }

  private static BadSourceException bad(Path file, long line, String complaint) {
    return new BadSourceException(file.getFileName() + ":" + line, complaint);
  }

  private static ClassTree typeOf(Path file, CompilationUnitTree unit) throws BadSourceException {
    String name = file.getFileName().toString().replace(".java", "");
    for (Tree tree : unit.getTypeDecls()) {
      if (tree instanceof ClassTree type && type.getSimpleName().contentEquals(name)) {
        return type;
      }
    }
    throw bad(file, 1, "needs a type " + name);
  }
}
