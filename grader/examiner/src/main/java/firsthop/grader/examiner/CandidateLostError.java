package firsthop.grader.examiner;

/**
 * The candidate is gone or was ended, so its test cannot continue. It is an error, so that no test
 * mistakes it for an exception that the contract names.
 */
final class CandidateLostError extends Error {
  private static final long serialVersionUID = 1L;

  CandidateLostError(String message) {
    super(message, null, false, false);
  }
}
