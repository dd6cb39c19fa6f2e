package firsthop.grader.common;

/** The user's input cannot be used. The message is one line that says why and what to do next. */
public final class BadInputException extends Exception {
  private static final long serialVersionUID = 1L;

  public BadInputException(String message) {
    super(message);
  }
}
