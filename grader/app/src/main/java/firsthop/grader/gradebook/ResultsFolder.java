package firsthop.grader.gradebook;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.files.FolderLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Checks a folder for results, and locks it while a run writes to it. */
public final class ResultsFolder {
  private ResultsFolder() {}

  /**
   * Checks that results can be written to a folder. The folder is created with the first result, so
   * that a run that is refused leaves nothing behind.
   */
  public static void check(Path folder) throws BadInputException {
    Path there = folder.resolve(Gradebook.SUBMISSIONS).toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw new BadInputException(there + " is not a folder; name another with --out");
    }
    try {
      Files.delete(Files.createTempFile(there, ".write", ".test"));
    } catch (IOException closed) {
      throw new BadInputException(
          "cannot write to " + folder + ": " + IoReason.of(closed) + "; name another with --out");
    }
  }

  /**
   * Creates a folder of results, if it does not exist, and locks it as {@link #lock} does.
   *
   * @throws BadInputException when it cannot be created or written to, or another run has locked it
   */
  public static FolderLock begin(Path folder) throws BadInputException {
    try {
      Files.createDirectories(folder);
    } catch (IOException closed) {
      throw new BadInputException(
          "cannot create " + folder + ": " + IoReason.of(closed) + "; name another with --out");
    }
    return lock(folder);
  }

  /**
   * Locks an existing folder of results for this run.
   *
   * @throws BadInputException when another run has locked it, or it cannot be written to
   */
  public static FolderLock lock(Path folder) throws BadInputException {
    try {
      return FolderLock.take(folder)
          .orElseThrow(
              () ->
                  new BadInputException(
                      "another run writes to "
                          + folder
                          + "; wait until it has ended, or name another folder with --out"));
    } catch (IOException noLock) {
      throw new BadInputException(
          "cannot lock " + folder + ": " + IoReason.of(noLock) + "; name another with --out");
    }
  }

  /** Returns whether a folder contains results. */
  public static boolean isOne(Path folder) {
    return Files.isRegularFile(folder.resolve(RunFile.NAME))
        && Files.isDirectory(folder.resolve(Gradebook.SUBMISSIONS));
  }
}
