package firsthop.tcp;

import java.io.IOException;

/** Says that the bytes of a stream are not valid messages, for example because one is too long. */
public class MalformedStreamException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was expected and what came
   */
  public MalformedStreamException(String message) {
    super(message);
  }
}
