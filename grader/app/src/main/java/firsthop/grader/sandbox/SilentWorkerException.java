package firsthop.grader.sandbox;

/** A worker still runs, but said nothing in time. */
public final class SilentWorkerException extends MachineFaultException {
  private static final long serialVersionUID = 1L;

  SilentWorkerException(String message) {
    super(message);
  }
}
