package firsthop.grader.common;

/** What the user gave cannot be used; the message is one line that says why and what to do. */
public final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
