package firsthop.grader.store;

import java.util.List;

/**
 * The last run into a folder of results, as {@code run.json} describes it. The folder may also
 * contain submissions of earlier runs.
 *
 * @param submissions their ids, in order, each once
 */
public record RunIndex(RunSpec spec, List<String> submissions) {

  public RunIndex {
    submissions = List.copyOf(submissions);
    RunSpec.requireDistinct("submissions", submissions);
  }

  /** Returns the text of {@code run.json}. Overrides are not in it, since they may change. */
  public String write() {
    return RunJson.write(this);
  }

  /**
   * Reads {@code run.json}; there are no overrides in what it returns.
   *
   * @throws IllegalArgumentException when the text is not such a file, or has another version; the
   *     message is one line
   */
  public static RunIndex read(String text) {
    return RunJson.read(text);
  }
}
