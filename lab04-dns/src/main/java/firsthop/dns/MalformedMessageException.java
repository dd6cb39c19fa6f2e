package firsthop.dns;

import java.io.IOException;

/** Bytes that are no DNS message: too short, contradictory or malicious. */
public class MalformedMessageException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what was expected and what came
   */
  public MalformedMessageException(String message) {
    super(message);
  }
}
