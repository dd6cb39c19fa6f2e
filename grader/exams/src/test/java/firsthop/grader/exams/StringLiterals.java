package firsthop.grader.exams;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds the string literals in the methods of a source, those of annotations left out. */
final class StringLiterals {
  private StringLiterals() {}

  /** Return the literals by the method's name. */
  static Map<String, Set<String>> byMethod(Path source) throws IOException {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    Map<String, Set<String>> found = new TreeMap<>();
    try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              javac.getTask(
                  null, files, null, List.of("-proc:none"), null, files.getJavaFileObjects(source));
      for (CompilationUnitTree unit : task.parse()) {
        unit.accept(new Scanner(found), null);
      }
    }
    return found;
  }

  private static final class Scanner extends TreeScanner<Void, Set<String>> {
    private final Map<String, Set<String>> found;

    Scanner(Map<String, Set<String>> found) {
      this.found = found;
    }

    @Override
    public Void visitMethod(MethodTree method, Set<String> outside) {
      String name = method.getName().toString();
      return super.visitMethod(method, found.computeIfAbsent(name, first -> new TreeSet<>()));
    }

    @Override
    public Void visitModifiers(ModifiersTree modifiers, Set<String> literals) {
      return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Set<String> literals) {
      if (literals != null && literal.getValue() instanceof String text) {
        literals.add(text);
      }
      return null;
    }
  }
}
