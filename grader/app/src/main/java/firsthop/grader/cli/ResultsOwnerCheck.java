package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.gradebook.RunFile;
import firsthop.grader.store.RunIndex;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Keeps one class's results from another's, which would take their place without a word. */
final class ResultsOwnerCheck {
  private ResultsOwnerCheck() {}

  /**
   * Checks that a folder of results has none, or results of this class.
   *
   * @param path what was given
   * @param submissions those in it
   * @throws BadInputException when the last run was of another path, and of nobody in this class
   */
  static void check(Path results, Path path, List<Submission> submissions)
      throws BadInputException {
    Optional<RunIndex> last = RunFile.find(results);
    if (last.isEmpty() || last.get().submissions().isEmpty()) {
      return;
    }
    Path other = last.get().spec().path();
    if (!other.equals(RunSpec.absolute(path))
        && submissions.stream().noneMatch(each -> last.get().submissions().contains(each.id()))) {
      throw new BadInputException(
          "%s holds the results of %s, and none of its submissions is in %s; name another with --out"
              .formatted(results, other, path));
    }
  }
}
