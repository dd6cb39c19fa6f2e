package firsthop.grader.proof.rules;

import java.io.IOException;

/** A source cannot be understood; the message says where, and what is wrong with it. */
public final class BadSourceException extends IOException {
  private static final long serialVersionUID = 1;

  BadSourceException(String message) {
    super(message);
  }
}
