package firsthop.grader.proof.build;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.rules.ExerciseFiles;
import java.util.List;
import java.util.stream.Collectors;

/** Sources do not compile. */
public final class CompileErrorsException extends Exception {
  private static final long serialVersionUID = 1;

  private final transient List<CompileError> errors;

  CompileErrorsException(List<CompileError> errors) {
    super(
        errors.stream()
            .map(error -> error.where() + ": " + error.message())
            .collect(Collectors.joining("\n")));
    this.errors = List.copyOf(errors);
  }

  /** Returns the errors as what keeps an exercise from being proven. */
  public List<Defect> defects(ExerciseFiles exercise) {
    return errors.stream()
        .map(
            error ->
                new Defect(
                    exercise.id(),
                    exercise.shown(error.where()),
                    "a source that compiles",
                    "\"" + error.message() + "\"",
                    "correct it"))
        .toList();
  }

  /** Returns all errors. */
  List<CompileError> errors() {
    return errors;
  }
}
