package firsthop.grader.intake;

import firsthop.grader.archives.Archive;
import firsthop.grader.archives.Notices;
import firsthop.grader.platforms.TopLevel;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What an instructor gave, while it is read.
 *
 * @param notices what was left out of it
 * @param archive what it is in; null for a folder
 */
record OpenedInput(TopLevel top, Notices notices, @Nullable Archive archive) implements Closeable {

  /** Makes one of a folder. */
  OpenedInput(TopLevel top) {
    this(top, new Notices(), null);
  }

  boolean packed() {
    return archive != null;
  }

  /** Returns the end of a sentence that says what it is. */
  String how() {
    return archive == null ? "" : ", in a " + archive.kind().words();
  }

  @Override
  public void close() throws IOException {
    if (archive != null) {
      archive.close();
    }
  }
}
