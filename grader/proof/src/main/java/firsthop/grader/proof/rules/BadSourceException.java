package firsthop.grader.proof.rules;

import java.io.IOException;

/** A source cannot be understood; the message says where, and what is wrong with it. */
public final class BadSourceException extends IOException {
  private static final long serialVersionUID = 1;

  private final String where;
  private final String complaint;

  BadSourceException(String where, String complaint) {
    super(where + ": " + complaint);
    this.where = where;
    this.complaint = complaint;
  }

  /** Returns the file, with its line where there is one. */
  String where() {
    return where;
  }

  /** Returns what is wrong. */
  String complaint() {
    return complaint;
  }
}
