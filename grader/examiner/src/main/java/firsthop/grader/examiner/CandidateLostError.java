package firsthop.grader.examiner;

/**
 * The candidate is gone or was ended, and the test that needs it cannot go on. An error, so that no
 * test takes it for an exception that the contract names.
 */
final class CandidateLostError extends Error {
  private static final long serialVersionUID = 1L;

  CandidateLostError(String message) {
    super(message, null, false, false);
  }
}
