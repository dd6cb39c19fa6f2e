package firsthop.grader.wire;

import java.io.IOException;

/** A value, sent or received, does not match the contract or exceeds the bounds. */
public class WireException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * @param message the expected and the actual value
   */
  public WireException(String message) {
    super(message);
  }
}
