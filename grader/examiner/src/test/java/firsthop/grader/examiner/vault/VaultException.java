package firsthop.grader.examiner.vault;

import java.io.IOException;

/** The checked exception of a lab. */
public class VaultException extends IOException {
  private static final long serialVersionUID = 1L;

  public VaultException(String message) {
    super(message);
  }
}
