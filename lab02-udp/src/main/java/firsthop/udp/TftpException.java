package firsthop.udp;

import java.io.IOException;

/** Thrown when the other side of a TFTP transfer ends it with an ERROR packet (RFC 1350 §5). */
public class TftpException extends IOException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message the code and the text of the ERROR packet, such as {@code 1: File not found}
   */
  public TftpException(String message) {
    super(message);
  }
}
