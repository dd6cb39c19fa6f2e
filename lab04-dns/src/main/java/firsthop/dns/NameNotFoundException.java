package firsthop.dns;

import java.io.IOException;

/**
 * The name does not exist (RFC 1035 §4.1.1, code 3, a name error or NXDOMAIN), or has no address.
 */
public class NameNotFoundException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message which name, and who said so
   */
  public NameNotFoundException(String message) {
    super(message);
  }
}
