package firsthop.grader.sandbox;

import org.jspecify.annotations.Nullable;

/**
 * A fault of the machine, not of a submission: the engine has stopped, an image is missing, the
 * disk is full. The message says what was tried and what happened.
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
