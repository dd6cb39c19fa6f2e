package firsthop.dns;

import java.io.IOException;

/**
 * Thrown if a name does not exist (RFC 1035 §4.1.1: code 3, a name error, also called NXDOMAIN), or
 * if it has no address.
 */
public class NameNotFoundException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the name, and the server that said so
   */
  public NameNotFoundException(String message) {
    super(message);
  }
}
