package firsthop.grader.gradebook;

import firsthop.grader.intake.BadInputException;
import firsthop.grader.intake.IoReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * The folder of results: {@code grades.csv}, and for each submission {@code
 * submissions/<id>/result.json} and {@code feedback.md}. Each file is written whole or not at all.
 */
public final class Gradebook {
  private static final String SUBMISSIONS = "submissions";

  private final Path folder;
  private final ResultJson json;

  private Gradebook(Path folder, RunInfo run) {
    this.folder = folder;
    this.json = new ResultJson(run);
  }

  /** Check that results can be written to a folder, made if it is not there. */
  public static void check(Path folder) throws BadInputException {
    try {
      Files.createDirectories(folder);
      Files.createDirectories(folder.resolve(SUBMISSIONS));
      Files.delete(Files.createTempFile(folder, ".write", ".test"));
    } catch (FileAlreadyExistsException file) {
      throw new BadInputException(file.getFile() + " is no folder; name another with --out");
    } catch (IOException closed) {
      throw new BadInputException(
          "cannot write to " + folder + ": " + IoReason.of(closed) + "; name another with --out");
    }
  }

  /** Open the gradebook in a folder that was {@link #check checked}. */
  public static Gradebook open(Path folder, RunInfo run) {
    return new Gradebook(folder, run);
  }

  /**
   * Keep one submission's result.
   *
   * @param lines how many lines each handed-in file has, by its name
   * @throws IllegalArgumentException when the submission's id is no name of a folder
   */
  public void record(SubmissionResult result, Map<String, Integer> lines) throws IOException {
    Path all = folder.resolve(SUBMISSIONS).toAbsolutePath().normalize();
    Path own = all.resolve(result.id()).normalize();
    if (!all.equals(own.getParent()) || !own.getFileName().toString().equals(result.id())) {
      throw new IllegalArgumentException("no name of a folder: " + result.id());
    }
    Files.createDirectories(own);
    write(own.resolve("feedback.md"), Feedback.write(result, lines));
    write(own.resolve("result.json"), json.write(result));
  }

  /** Write the table of a whole run. */
  public void table(List<String> labs, List<SubmissionResult> results) throws IOException {
    write(folder.resolve("grades.csv"), GradesCsv.write(labs, results));
  }

  private static void write(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".unfinished");
    try {
      // Not writeString, which refuses half a surrogate pair; a candidate's message may hold one.
      Files.write(unfinished, text.getBytes(StandardCharsets.UTF_8));
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
