package firsthop.grader.image;

import org.jspecify.annotations.Nullable;

/**
 * An image could not be made or found: the machine's fault, never a submission's.
 *
 * <p>The message is for the instructor: what was tried, what was expected, what came, and what to
 * do next, a line each.
 */
public final class ImageException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Creates an exception whose message has the four parts. */
  public ImageException(String tried, String expected, String came, String next) {
    this(tried, expected, came, next, null);
  }

  /** Creates an exception whose message has the four parts, and says what brought it about. */
  public ImageException(
      String tried, String expected, String came, String next, @Nullable Throwable cause) {
    super(
        "%s%n  expected: %s%n  came:     %s%n  next:     %s".formatted(tried, expected, came, next),
        cause);
  }
}
