package firsthop.grader.proof.rules;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import firsthop.grader.proof.Defect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What holds for every skeleton: each of its methods is open. */
final class SkeletonRule {
  /** While nothing can be started, there is nothing to close. */
  private static final String CLOSE = "close";

  private static final String CONSTRUCTOR = "<init>";
  private static final String OPEN = "Todo.exercise";

  private SkeletonRule() {}

  static RuleResult skeleton(ExerciseSources sources) throws IOException {
    JavaSource skeleton = JavaSource.read(sources.files().skeleton());
    String todo = "throw %s(\"%s\");".formatted(OPEN, sources.files().id());
    String file = skeleton.file().getFileName().toString();
    List<Defect> defects = new ArrayList<>();
    List<ContractSource.Method> missing = new ArrayList<>(sources.contract().methods());
    int open = 0;
    for (Tree member : skeleton.type().getMembers()) {
      if (!(member instanceof MethodTree method)) {
        String shown = member.toString().strip().lines().findFirst().orElse("");
        defects.add(
            sources.defect(file, "methods only", shown, "leave it for the student to write"));
        continue;
      }
      String name = method.getName().toString();
      boolean demanded = removeFirst(missing, name);
      if (isOpen(method, sources.files().id())) {
        open++;
        if (!demanded) {
          defects.add(
              sources.defect(
                  file + ", " + name,
                  "a method of " + sources.files().contract(),
                  "another one",
                  "delete it"));
        }
      } else if (!isEmpty(method) || !List.of(CLOSE, CONSTRUCTOR).contains(name)) {
        defects.add(
            sources.defect(
                file + ", " + name, todo, "something else", "leave it for the student to write"));
      }
    }
    for (ContractSource.Method method : missing) {
      defects.add(
          sources.defect(
              file,
              "a method " + method.name(),
              "none",
              "add @Override %s { %s }".formatted(method.head(), todo)));
    }
    return new RuleResult(Count.of(open, "method") + " that students fill in", defects);
  }

  private static boolean removeFirst(List<ContractSource.Method> methods, String name) {
    for (ContractSource.Method method : methods) {
      if (method.name().equals(name)) {
        return methods.remove(method);
      }
    }
    return false;
  }

  private static boolean isEmpty(MethodTree method) {
    return method.getBody() != null
        && method.getBody().getStatements().stream().allMatch(SkeletonRule::callsNothing);
  }

  /** The parser gives a constructor no call of its own, but a person may write it. */
  private static boolean callsNothing(StatementTree statement) {
    return statement.toString().equals("super();");
  }

  private static boolean isOpen(MethodTree method, String id) {
    return method.getBody() != null
        && method.getBody().getStatements().size() == 1
        && method.getBody().getStatements().get(0) instanceof ThrowTree thrown
        && thrown.getExpression() instanceof MethodInvocationTree call
        && call.getMethodSelect().toString().equals(OPEN)
        && call.getArguments().size() == 1
        && isText(call.getArguments().get(0), id);
  }

  private static boolean isText(ExpressionTree expression, String text) {
    return expression instanceof LiteralTree literal && text.equals(literal.getValue());
  }
}
