package firsthop.dns;

import java.io.IOException;

/** Thrown for bytes that are not a valid DNS message: too short, contradictory or malicious. */
public class MalformedMessageException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was expected, and what was found
   */
  public MalformedMessageException(String message) {
    super(message);
  }
}
