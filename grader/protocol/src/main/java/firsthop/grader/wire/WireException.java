package firsthop.grader.wire;

import java.io.IOException;

/** What was to cross the wire, or what came over it, does not fit the contract or the bounds. */
public class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message what was expected and what came
   */
  public WireException(String message) {
    super(message);
  }
}
