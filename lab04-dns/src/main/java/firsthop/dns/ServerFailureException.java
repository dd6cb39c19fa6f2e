package firsthop.dns;

import java.io.IOException;

/** The name servers asked gave an error (RFC 1035 §4.1.1), or none of them was of any help. */
public class ServerFailureException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message what was asked, and what came
   */
  public ServerFailureException(String message) {
    super(message);
  }
}
