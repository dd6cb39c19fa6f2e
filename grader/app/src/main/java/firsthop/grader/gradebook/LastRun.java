package firsthop.grader.gradebook;

import firsthop.grader.marks.Overrides;
import firsthop.grader.store.RunIndex;
import firsthop.grader.store.RunSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How the last run into a folder of results was asked for, and the ids of its submissions, without
 * its results.
 */
public record LastRun(RunSpec request, List<String> submissions) {

  /** Reads it; empty where no run has ended, or one of another version. */
  public static Optional<LastRun> read(Path folder) {
    try {
      RunIndex index = RunIndex.read(Files.readString(folder.resolve(Gradebook.INDEX)));
      return Optional.of(new LastRun(index.request(Overrides.NONE), index.submissions()));
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
