package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
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

  /** Returns it as what keeps an exercise from being proven. */
  public Defect defect(String exercise) {
    return new Defect(exercise, where, "a source that can be read", complaint, "correct it");
  }
}
