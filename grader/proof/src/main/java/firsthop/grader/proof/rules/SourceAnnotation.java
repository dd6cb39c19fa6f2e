package firsthop.grader.proof.rules;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import firsthop.grader.proof.source.BadSourceException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An annotation in a source. Its values are literals: a constant by its name is refused, since no
 * name is resolved here.
 */
record SourceAnnotation(JavaSource source, AnnotationTree tree) {
  private static final String VALUE = "value";

  /** Finds an annotation by its simple name. */
  static Optional<SourceAnnotation> find(
      JavaSource source, ModifiersTree modifiers, Class<?> annotation) {
    return modifiers.getAnnotations().stream()
        .filter(each -> simpleName(each.getAnnotationType()).equals(annotation.getSimpleName()))
        .map(each -> new SourceAnnotation(source, each))
        .findFirst();
  }

  /** Returns the number that is its value. */
  int number() throws BadSourceException {
    ExpressionTree value = argument(VALUE);
    if (value instanceof LiteralTree literal && literal.getValue() instanceof Integer number) {
      return number;
    }
    if (value instanceof UnaryTree negated
        && negated.getKind() == Tree.Kind.UNARY_MINUS
        && negated.getExpression() instanceof LiteralTree literal
        && literal.getValue() instanceof Integer number) {
      return -number;
    }
    throw source.bad(value, "needs a number, and not " + value);
  }

  /** Returns the text that is its value. */
  String text() throws BadSourceException {
    return text(argument(VALUE));
  }

  /** Returns the text of one of its elements. */
  String text(String element) throws BadSourceException {
    return text(argument(element));
  }

  /** Returns the texts that are its value: one, or several in braces. */
  List<String> texts() throws BadSourceException {
    ExpressionTree value = argument(VALUE);
    List<String> texts = new ArrayList<>();
    if (value instanceof NewArrayTree several) {
      for (ExpressionTree each : several.getInitializers()) {
        texts.add(text(each));
      }
    } else {
      texts.add(text(value));
    }
    return texts;
  }

  /** Returns the simple name of the type that is its value, such as {@code Ipv4Codec}. */
  String type() throws BadSourceException {
    ExpressionTree value = argument(VALUE);
    if (value instanceof MemberSelectTree literal
        && literal.getIdentifier().contentEquals("class")) {
      return simpleName(literal.getExpression());
    }
    throw source.bad(value, "needs a class, and not " + value);
  }

  /** Returns the last part of a name in a source. */
  static String simpleName(Tree name) {
    String whole = name.toString();
    return whole.substring(whole.lastIndexOf('.') + 1);
  }

  private String text(ExpressionTree expression) throws BadSourceException {
    if (expression instanceof LiteralTree literal && literal.getValue() instanceof String text) {
      return text;
    }
    if (expression instanceof ParenthesizedTree inner) {
      return text(inner.getExpression());
    }
    if (expression instanceof BinaryTree sum && sum.getKind() == Tree.Kind.PLUS) {
      return text(sum.getLeftOperand()) + text(sum.getRightOperand());
    }
    throw source.bad(expression, "needs a text in quotes, and not " + expression);
  }

  private ExpressionTree argument(String element) throws BadSourceException {
    for (ExpressionTree argument : tree.getArguments()) {
      if (argument instanceof AssignmentTree named) {
        if (named.getVariable().toString().equals(element)) {
          return named.getExpression();
        }
      } else if (element.equals(VALUE)) {
        return argument;
      }
    }
    throw source.bad(tree, "needs " + element + " in " + tree);
  }
}
