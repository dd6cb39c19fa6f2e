package firsthop.udp;

import java.io.IOException;

/** Thrown when bytes are not a valid packet: too short, contradictory or damaged. */
public class MalformedPacketException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was expected and what arrived
   */
  public MalformedPacketException(String message) {
    super(message);
  }
}
