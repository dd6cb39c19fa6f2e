package firsthop.grader.network;

import java.io.IOException;

/**
 * The examiner itself could not open, bind or find what a test needs. It is the fault of the bench
 * and never a verdict: the tests without a verdict run again on another bench. It is an error, so
 * that no test mistakes it for an exception of the submission.
 */
public final class BenchFaultError extends Error {
  private static final long serialVersionUID = 1L;

  /** Opens something that a test needs. */
  public interface Opening<T> {
    T open() throws IOException;
  }

  public BenchFaultError(String message) {
    super(message);
  }

  private BenchFaultError(String message, IOException cause) {
    super(message, cause);
  }

  /**
   * Opens something that only the examiner and its bench can fail to open.
   *
   * @param what names it, such as {@code a socket at 127.1.0.2 port 53}
   */
  public static <T> T opened(String what, Opening<T> opening) {
    try {
      return opening.open();
    } catch (IOException failed) {
      throw new BenchFaultError("the examiner cannot open " + what + ": " + failed, failed);
    }
  }
}
