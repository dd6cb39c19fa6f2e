package firsthop.grader.proof.rules;

import com.sun.source.tree.MethodTree;
import firsthop.kit.Exercise;
import firsthop.kit.Points;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What a contract's source says.
 *
 * @param points what the exercise is worth
 * @param javadoc all its Javadoc, as {@link JavadocText} gives it
 * @param methods the names of those that a class must have
 */
record ContractSource(String id, String title, int points, String javadoc, List<String> methods) {

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
            .map(method -> method.getName().toString())
            .toList());
  }

  private static SourceAnnotation annotation(JavaSource source, Class<?> type)
      throws BadSourceException {
    return SourceAnnotation.find(source, source.type().getModifiers(), type)
        .orElseThrow(() -> source.bad(source.type(), "needs @" + type.getSimpleName()));
  }
}
