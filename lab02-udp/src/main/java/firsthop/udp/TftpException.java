package firsthop.udp;

import java.io.IOException;

/** The other side of a TFTP transfer has ended it with an ERROR packet (RFC 1350 §5). */
public class TftpException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes one.
   *
   * @param message the code and the text of the ERROR packet, such as {@code 1: File not found}
   */
  public TftpException(String message) {
    super(message);
  }
}
