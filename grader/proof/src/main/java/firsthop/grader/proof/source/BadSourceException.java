package firsthop.grader.proof.source;

import java.io.IOException;

/** A source cannot be understood; the message says where, and what is wrong with it. */
public final class BadSourceException extends IOException {
  private static final long serialVersionUID = 1;

  private final String where;
  private final String complaint;

  /**
   * Makes one.
   *
   * @param where the file, and the line if there is one
   * @param complaint what is wrong, without the place
   */
  public BadSourceException(String where, String complaint) {
    super(where + ": " + complaint);
    this.where = where;
    this.complaint = complaint;
  }

  /** Returns the file, and the line if there is one. */
  public String where() {
    return where;
  }

  /** Returns what is wrong, without the place. */
  public String complaint() {
    return complaint;
  }
}
