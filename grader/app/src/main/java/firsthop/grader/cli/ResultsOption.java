package firsthop.grader.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The results that an earlier {@code grade} has written. */
final class ResultsOption {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "grades",
      description = "Where grade wrote its results (default: ${DEFAULT-VALUE}).")
  private Path folder;

  /** Returns their folder. */
  Path folder() {
    return folder;
  }
}
