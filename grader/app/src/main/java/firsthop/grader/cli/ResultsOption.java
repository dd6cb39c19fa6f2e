package firsthop.grader.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The results that an earlier {@code grade} has written. */
final class ResultsOption {
  /** Where results are unless a command line names another folder. */
  static final String USUAL_FOLDER = "grades";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = USUAL_FOLDER,
      description = "Where grade wrote its results (default: ${DEFAULT-VALUE}).")
  private Path folder;

  /** Returns their folder. */
  Path folder() {
    return folder;
  }
}
