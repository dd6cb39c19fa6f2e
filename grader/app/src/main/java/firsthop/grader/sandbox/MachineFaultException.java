package firsthop.grader.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * The machine failed, not a submission: an engine that is gone, an image that is missing, a full
 * disk. The message says what was tried and what came.
 */
public class MachineFaultException extends Exception {
  private static final long serialVersionUID = 1L;

  public MachineFaultException(String message) {
    super(message);
  }

  public MachineFaultException(String message, @Nullable Throwable cause) {
    super(cause == null ? message : message + ": " + cause.getMessage(), cause);
  }
}
