package firsthop.grader.intake;

import java.io.IOException;

/** Nothing of an archive is read; the message ends a sentence that names it. */
final class RefusedArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedArchiveException(String why) {
    super(why);
  }
}
