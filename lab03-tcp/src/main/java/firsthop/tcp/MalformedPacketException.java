package firsthop.tcp;

import java.io.IOException;

/** Bytes that are no packet of the kind that was asked for: too short, contradictory or damaged. */
public class MalformedPacketException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what was expected and what came
   */
  public MalformedPacketException(String message) {
    super(message);
  }
}
