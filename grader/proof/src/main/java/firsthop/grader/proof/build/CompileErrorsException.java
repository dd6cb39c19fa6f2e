package firsthop.grader.proof.build;

import java.util.List;
import java.util.stream.Collectors;

/** Sources do not compile. */
public final class CompileErrorsException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<Error> errors;

  CompileErrorsException(List<Error> errors) {
    super(
        errors.stream()
            .map(error -> error.where() + ": " + error.message())
            .collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /**
   * What javac says.
   *
   * @param where file and line
   */
  public record Error(String where, String message) {}

  /** Returns all errors. */
  public List<Error> errors() {
    return errors;
  }
}
