package firsthop.grader.proof.build;

import java.util.List;

/** Sources do not compile. */
public final class CompileErrorsException extends Exception {
  private static final long serialVersionUID = 1;

  private final List<String> errors;

  CompileErrorsException(List<String> errors) {
    super(String.join("\n", errors));
    this.errors = List.copyOf(errors);
  }

  /** Returns what javac says, one entry per error, each with its file and line. */
  public List<String> errors() {
    return errors;
  }
}
