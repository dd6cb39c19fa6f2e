package firsthop.grader.proof.author;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.files.FolderLock;
import firsthop.grader.proof.build.ExamBuild;
import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Allows one command at a time that reads or changes all exercises of a checkout. */
final class AuthorLock {
  private AuthorLock() {}

  /**
   * Takes the lock of a checkout.
   *
   * @throws BadInputException when another command has it, or the checkout cannot be written to
   */
  static FolderLock take(Path home) throws BadInputException {
    Path folder = new ExamBuild(new Installation(home)).folder();
    try {
      return FolderLock.take(Files.createDirectories(folder))
          .orElseThrow(
              () ->
                  new BadInputException(
                      "another check or new-exercise is running in this checkout;"
                          + " wait until it has ended"));
    } catch (IOException failed) {
      throw new BadInputException(folder + " cannot be written to: " + IoReason.of(failed));
    }
  }
}
