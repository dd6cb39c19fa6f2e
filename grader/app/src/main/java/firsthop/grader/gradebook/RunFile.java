package firsthop.grader.gradebook;

import firsthop.grader.files.WholeFile;
import firsthop.grader.store.RunIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the file {@code run.json} of a folder of results: the last finished run. */
public final class RunFile {
  static final String NAME = "run.json";

  private RunFile() {}

  /** Returns the last run; empty if no run has ended, or the file has another version. */
  public static Optional<RunIndex> find(Path folder) {
    try {
      return Optional.of(read(folder));
    } catch (IOException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException when it is damaged or has another version; the message is one
   *     line
   */
  static RunIndex read(Path folder) throws IOException {
    try {
      return RunIndex.read(Files.readString(folder.resolve(NAME)));
    } catch (IllegalArgumentException damaged) {
      throw new IllegalArgumentException(NAME + ": " + damaged.getMessage(), damaged);
    }
  }

  static void write(Path folder, RunIndex index) throws IOException {
    WholeFile.write(folder.resolve(NAME), index.write());
  }
}
