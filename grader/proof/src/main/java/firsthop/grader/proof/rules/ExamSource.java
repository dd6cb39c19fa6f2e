package firsthop.grader.proof.rules;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import firsthop.grader.exam.Clause;
import firsthop.grader.exam.Exam;
import firsthop.grader.exam.Subject;
import firsthop.grader.proof.source.BadSourceException;
import firsthop.kit.Hint;
import firsthop.kit.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;
import org.junit.jupiter.api.Test;

/**
 * What the source of an exercise's hidden tests says.
 *
 * @param contract the simple name of the contract that it names
 * @param tests in the order of the source
 * @param strays methods that are neither tests nor private, and classes inside it
 */
record ExamSource(String contract, List<HiddenTest> tests, List<String> strays) {

  /**
   * Reads hidden tests.
   *
   * @throws BadSourceException when they are not Java, or an annotation is not as it must be
   */
  static ExamSource read(Path file) throws IOException {
    JavaSource source = JavaSource.read(file);
    SourceAnnotation exam =
        SourceAnnotation.find(source, source.type().getModifiers(), Exam.class)
            .orElseThrow(() -> source.bad(source.type(), "needs @Exam with its contract"));
    List<HiddenTest> tests = new ArrayList<>();
    List<String> strays = new ArrayList<>();
    for (Tree member : source.type().getMembers()) {
      if (member instanceof ClassTree inner) {
        strays.add(inner.getSimpleName().toString());
      } else if (member instanceof MethodTree method) {
        if (SourceAnnotation.find(source, method.getModifiers(), Test.class).isPresent()) {
          tests.add(test(source, method));
        } else if (!method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
          strays.add(method.getName().toString());
        }
      }
    }
    return new ExamSource(exam.type(), tests, strays);
  }

  private static HiddenTest test(JavaSource source, MethodTree method) throws BadSourceException {
    Optional<SourceAnnotation> points = find(source, method, Points.class);
    Optional<SourceAnnotation> clauses = find(source, method, Clause.class);
    Optional<SourceAnnotation> hint = find(source, method, Hint.class);
    return new HiddenTest(
        method.getName().toString(),
        points.isPresent() ? points.get().number() : 0,
        clauses.isPresent() ? clauses.get().texts() : List.of(),
        hint.isPresent() ? hint.get().text() : "",
        subjects(source, method),
        StringLiterals.in(method));
  }

  private static List<String> subjects(JavaSource source, MethodTree method) {
    List<String> types = new ArrayList<>();
    for (VariableTree parameter : method.getParameters()) {
      if (SourceAnnotation.find(source, parameter.getModifiers(), Subject.class).isPresent()) {
        types.add(SourceAnnotation.simpleName(parameter.getType()));
      }
    }
    return types;
  }

  private static Optional<SourceAnnotation> find(
      JavaSource source, MethodTree method, Class<?> annotation) {
    return SourceAnnotation.find(source, method.getModifiers(), annotation);
  }
}
