package firsthop.tcp;

import java.io.IOException;

/** Says that bytes are not a valid packet: they are too short, contradictory or damaged. */
public class MalformedPacketException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was expected and what came
   */
  public MalformedPacketException(String message) {
    super(message);
  }
}
