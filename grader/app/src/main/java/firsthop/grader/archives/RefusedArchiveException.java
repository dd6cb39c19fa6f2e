package firsthop.grader.archives;

import java.io.IOException;

/** Nothing of an archive is read; the message ends a sentence that names it. */
public final class RefusedArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedArchiveException(String why) {
    super(why);
  }
}
