package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.gradebook.RunFile;
import firsthop.grader.store.RunIndex;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Prevents that the results of one class silently replace those of another. */
final class ResultsOwnerCheck {
  private ResultsOwnerCheck() {}

  /**
   * Checks that a folder has no results, or only results of this class.
   *
   * @param path the path on the command line
   * @param submissions the submissions in it
   * @throws BadInputException when the last run graded another path, and nobody of this class
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
          "%s contains the results of %s, and none of its submissions is in %s; name another folder with --out"
              .formatted(results, other, path));
    }
  }
}
