package firsthop.grader.agent;

/** The student's class cannot be used; the message says why. */
final class UnusableException extends Exception {
  private static final long serialVersionUID = 1L;

  UnusableException(String message) {
    super(message);
  }
}
