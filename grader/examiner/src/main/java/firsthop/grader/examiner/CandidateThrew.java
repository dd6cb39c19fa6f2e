package firsthop.grader.examiner;

import firsthop.grader.wire.ThrownData;
import org.jspecify.annotations.Nullable;

/** The student's code threw an exception that the contract does not name. */
final class CandidateThrew extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ThrownData thrown;

  CandidateThrew(String during, ThrownData thrown) {
    super(during + " threw " + describe(thrown), null, true, false);
    this.thrown = thrown;
  }

  ThrownData thrown() {
    return thrown;
  }

  /** Returns the student's exception that caused a test's failure; null if there is none. */
  static @Nullable ThrownData behind(@Nullable Throwable failure) {
    int depth = 0;
    for (Throwable at = failure; at != null && depth < 8; at = at.getCause(), depth++) {
      if (at instanceof CandidateThrew threw) {
        return threw.thrown;
      }
      for (Throwable suppressed : at.getSuppressed()) {
        if (suppressed instanceof CandidateThrew threw) {
          return threw.thrown;
        }
      }
    }
    return null;
  }

  private static String describe(ThrownData thrown) {
    String type = thrown.types().isEmpty() ? "an exception" : thrown.types().get(0);
    String message = thrown.message();
    return message == null ? type : type + ": " + message;
  }
}
