package firsthop.grader.sandbox;

/** A worker still runs, but did not answer in time. */
public final class SilentWorkerException extends MachineFaultException {
  private static final long serialVersionUID = 1L;

  SilentWorkerException(String message) {
    super(message);
  }
}
