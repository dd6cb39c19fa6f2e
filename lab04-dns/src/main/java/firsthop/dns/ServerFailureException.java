package firsthop.dns;

import java.io.IOException;

/** Thrown if a name server answers with an error (RFC 1035 §4.1.1), or if no server can help. */
public class ServerFailureException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what was asked, and what was answered
   */
  public ServerFailureException(String message) {
    super(message);
  }
}
