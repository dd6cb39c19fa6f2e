package firsthop.kit;

import org.opentest4j.AssertionFailedError;

/**
 * A failed test with a message for the student.
 *
 * <p>It replaces the original failure and has the same stack trace, cause, expected and actual
 * value, so that an IDE finds the line and shows the difference.
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

  /** Returns the message only, because the name of this class does not help a student. */
  @Override
  public String toString() {
    return String.valueOf(getMessage());
  }
}
