package firsthop.grader.image;

import org.jspecify.annotations.Nullable;

/**
 * An image could not be built or found. This is a fault of the machine, never of a submission.
 *
 * <p>The message for the instructor has four lines: what was tried, what was expected, what came,
 * and what to do next.
 */
public final class ImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception with the four parts of its message. */
  public ImageException(String tried, String expected, String came, String next) {
    this(tried, expected, came, next, null);
  }

  /** Creates an exception with the four parts of its message and a cause. */
  public ImageException(
      String tried, String expected, String came, String next, @Nullable Throwable cause) {
    super(
        "%s%n  expected: %s%n  came:     %s%n  next:     %s".formatted(tried, expected, came, next),
        cause);
  }
}
