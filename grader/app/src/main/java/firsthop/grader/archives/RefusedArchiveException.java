package firsthop.grader.archives;

import java.io.IOException;

/** An archive or a file in it is refused. The message is the end of a sentence that names it. */
public final class RefusedArchiveException extends IOException {
  private static final long serialVersionUID = 1L;

  RefusedArchiveException(String reason) {
    super(reason);
  }
}
