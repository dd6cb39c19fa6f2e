package firsthop.kit;

import org.opentest4j.AssertionFailedError;

/**
 * A failed test, told to a student.
 *
 * <p>It stands in for the original: same stack trace, same cause, same expected and actual values,
 * so that an IDE leads to the line and shows the difference.
 */
final class ExerciseFailure extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  private ExerciseFailure(String message, Throwable original) {
    super(message, original.getCause());
  }

  private ExerciseFailure(String message, AssertionFailedError original) {
    super(message, original.getExpected(), original.getActual(), original.getCause());
  }

  static ExerciseFailure of(String message, Throwable original) {
    ExerciseFailure failure =
        original instanceof AssertionFailedError error
                && error.isExpectedDefined()
                && error.isActualDefined()
            ? new ExerciseFailure(message, error)
            : new ExerciseFailure(message, original);
    failure.setStackTrace(original.getStackTrace());
    for (Throwable suppressed : original.getSuppressed()) {
      failure.addSuppressed(suppressed);
    }
    return failure;
  }

  /** Gives the message alone: the name of this class helps nobody. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
