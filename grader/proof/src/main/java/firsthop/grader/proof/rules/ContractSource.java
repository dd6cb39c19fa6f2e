package firsthop.grader.proof.rules;

import com.sun.source.tree.MethodTree;
import firsthop.grader.proof.source.BadSourceException;
import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a contract's source says.
 *
 * @param points what the exercise is worth
 * @param javadoc all its Javadoc, as {@link JavadocText} gives it
 * @param methods those that a class must have
 */
record ContractSource(String id, String title, int points, String javadoc, List<Method> methods) {

  /**
   * Reads a contract.
   *
   * @throws BadSourceException when it is not Java, or lacks an annotation
   */
  static ContractSource read(Path file) throws IOException {
    JavaSource source = JavaSource.read(file);
    SourceAnnotation exercise = annotation(source, Exercise.class);
    return new ContractSource(
        exercise.text("id"),
        exercise.text("title"),
        annotation(source, Points.class).number(),
        JavadocText.of(source.text()),
        source.type().getMembers().stream()
            .filter(MethodTree.class::isInstance)
            .map(MethodTree.class::cast)
            .filter(method -> method.getBody() == null)
            .map(ContractSource::method)
            .toList());
  }

  /**
   * A method without a body.
   *
   * @param head all that a class writes before the body
   */
  record Method(String name, String head) {}

  private static Method method(MethodTree method) {
    String name = method.getName().toString();
    String thrown =
        method.getThrows().stream().map(Object::toString).collect(Collectors.joining(", "));
    String head =
        "public %s %s(%s)%s"
            .formatted(
                method.getReturnType(),
                name,
                method.getParameters().stream()
                    .map(parameter -> parameter.getType() + " " + parameter.getName())
                    .collect(Collectors.joining(", ")),
                thrown.isEmpty() ? "" : " throws " + thrown);
    return new Method(name, head);
  }

  private static SourceAnnotation annotation(JavaSource source, Class<?> type)
      throws BadSourceException {
    return SourceAnnotation.find(source, source.type().getModifiers(), type)
        .orElseThrow(() -> source.bad(source.type(), "needs @" + type.getSimpleName()));
  }
}
