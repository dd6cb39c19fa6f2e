package firsthop.grader.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The option for the results of an earlier {@code grade}. */
final class ResultsOption {
  /** The default folder of results. */
  static final String USUAL_FOLDER = "grades";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = USUAL_FOLDER,
      description = "Where grade wrote its results (default: ${DEFAULT-VALUE}).")
  private Path folder;

  /** Returns the folder of results. */
  Path folder() {
    return folder;
  }
}
