package firsthop.grader.control;

/**
 * The verdict on one hidden test. Every verdict except {@link #NOT_GRADED} is caused by the
 * submission.
 */
public enum Verdict {
  PASSED("passed"),
  FAILED("failed"),
  TIMED_OUT("timed out"),
  /** The candidate's process ended during the test: by an exit, out of memory, or killed. */
  CRASHED("crashed"),
  /** So many other tests of the exercise had timed out that this one was not run. */
  NOT_RUN("not run"),
  /** The skeleton's Todo is still there. */
  OPEN("open"),
  DID_NOT_COMPILE("did not compile"),
  MISSING("missing"),
  /** The machine or the examiner failed. It never counts against the submission. */
  NOT_GRADED("not graded");

  private final String label;

  Verdict(String label) {
    this.label = label;
  }

  /** Returns the text of the verdict in results and reports. */
  public String label() {
    return label;
  }
}
