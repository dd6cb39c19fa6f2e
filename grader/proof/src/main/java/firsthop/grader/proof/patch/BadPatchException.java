package firsthop.grader.proof.patch;

import java.io.IOException;

/** A patch, or what it is made from, cannot be used; the message says what to do. */
public final class BadPatchException extends IOException {
  private static final long serialVersionUID = 1;

  BadPatchException(String message) {
    super(message);
  }
}
