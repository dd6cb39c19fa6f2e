package firsthop.grader.gradebook;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.files.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder for results: whether it will do, and whose it is while a run writes to it. */
public final class ResultsFolder {
  private ResultsFolder() {}

  /**
   * Checks that results can be written to a folder. It is made with the first of them: what is
   * refused later leaves nothing behind.
   */
  public static void check(Path folder) throws BadInputException {
    Path there = folder.resolve(Gradebook.SUBMISSIONS).toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new BadInputException(there + " is no folder; name another with --out");
    }
    try {
      Files.delete(Files.createTempFile(there, ".write", ".test"));
    } catch (IOException closed) {
      throw new BadInputException(
          "cannot write to " + folder + ": " + IoReason.of(closed) + "; name another with --out");
    }
  }

  /**
   * Makes a folder of results, if it is not there, and {@link #lock} it.
   *
   * @throws BadInputException when it cannot be made, another run has it, or it cannot be written
   *     to
   */
  public static FolderLock begin(Path folder) throws BadInputException {
    try {
      Files.createDirectories(folder);
    } catch (IOException closed) {
      throw new BadInputException(
          "cannot make " + folder + ": " + IoReason.of(closed) + "; name another with --out");
    }
    return lock(folder);
  }

  /**
   * Keeps a folder of results, which is there, to this run alone.
   *
   * @throws BadInputException when another run has it, or it cannot be written to
   */
  public static FolderLock lock(Path folder) throws BadInputException {
    try {
      return FolderLock.take(folder)
          .orElseThrow(
              () ->
                  new BadInputException(
                      "another run is writing to "
                          + folder
                          + "; wait for its end, or name another folder with --out"));
    } catch (IOException noLock) {
      throw new BadInputException(
          "cannot lock " + folder + ": " + IoReason.of(noLock) + "; name another with --out");
    }
  }

  /** Tells whether a folder is one of results. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFile.NAME))
        && Files.isDirectory(folder.resolve(Gradebook.SUBMISSIONS));
  }
}
