package firsthop.grader.intake;

import firsthop.grader.archives.Archive;
import firsthop.grader.archives.Notices;
import firsthop.grader.platforms.TopLevel;
import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The folder or archive that an instructor gave, while it is read.
 *
 * @param top its top level
 * @param notices notices about entries that are left out
 * @param archive the open archive; null for a folder
 */
record OpenedInput(TopLevel top, Notices notices, @Nullable Archive archive) implements Closeable {

  /** Opens a folder. */
  OpenedInput(TopLevel top) {
    this(top, new Notices(), null);
  }

  boolean isPacked() {
    return archive != null;
  }

  /** Returns the end of a sentence that names the kind of archive; empty for a folder. */
  String archiveSuffix() {
    return archive == null ? "" : ", in a " + archive.kind().displayName();
  }

  @Override
  public void close() throws IOException {
    if (archive != null) {
      archive.close();
    }
  }
}
