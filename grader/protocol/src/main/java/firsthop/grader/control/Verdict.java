package firsthop.grader.control;

/**
 * What became of one hidden test. Every verdict but {@link #NOT_GRADED} is the submission's own.
 */
public enum Verdict {
  PASSED("passed"),
  FAILED("failed"),
  TIMED_OUT("timed out"),
  /** The candidate's process ended during the test: an exit, out of memory, killed. */
  CRASHED("crashed"),
  /** The skeleton's Todo is still there. */
  OPEN("open"),
  DID_NOT_COMPILE("did not compile"),
  MISSING("missing"),
  /** The machine's fault or the examiner's; never counted against the submission. */
  NOT_GRADED("not graded");

  private final String words;

  Verdict(String words) {
    this.words = words;
  }

  /** Returns the verdict as results and reports spell it. */
  public String words() {
    return words;
  }
}
