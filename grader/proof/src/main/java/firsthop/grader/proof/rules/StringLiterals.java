package firsthop.grader.proof.rules;

import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.util.TreeScanner;
import java.util.Set;
import java.util.TreeSet;

/** Finds the string literals of a method, those of annotations left out. */
final class StringLiterals extends TreeScanner<Void, Set<String>> {
  private StringLiterals() {}

  /** Returns the literals. */
  static Set<String> in(MethodTree method) {
    Set<String> found = new TreeSet<>();
    method.accept(new StringLiterals(), found);
    return found;
  }

  @Override
  public Void visitModifiers(ModifiersTree modifiers, Set<String> found) {
    return null;
  }

  @Override
  public Void visitLiteral(LiteralTree literal, Set<String> found) {
    if (literal.getValue() instanceof String text) {
      found.add(text);
    }
    return null;
  }
}
