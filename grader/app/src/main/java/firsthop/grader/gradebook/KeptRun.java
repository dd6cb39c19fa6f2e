package firsthop.grader.gradebook;

import firsthop.grader.intake.Arrival;
import firsthop.grader.intake.BadInputException;
import firsthop.grader.intake.IoReason;
import firsthop.grader.marks.Overrides;
import firsthop.grader.result.SubmissionResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The last run into a folder of results, read back: for what is done with marks after they stand.
 *
 * @param request how it was asked for, with the overrides that hold now
 * @param labs the ids of the labs that it graded, in order
 * @param results in the order of the run
 */
public record KeptRun(Request request, List<String> labs, List<KeptResult> results) {

  /**
   * Read it.
   *
   * @param folder where {@code grade} wrote
   * @throws BadInputException when no run has ended there, or its files cannot be read
   */
  public static KeptRun read(Path folder) throws BadInputException {
    try {
      RunIndex index = RunIndex.read(Files.readString(folder.resolve(Gradebook.INDEX)));
      List<KeptResult> results = new ArrayList<>();
      for (String id : index.submissions()) {
        results.add(
            Gradebook.kept(folder, id)
                .orElseThrow(
                    () ->
                        new BadInputException(
                            "the result of "
                                + id
                                + " in "
                                + folder
                                + " is not there or damaged;"
                                + " run grade again")));
      }
      return new KeptRun(index.request(Overrides.read(folder)), index.labs(), results);
    } catch (NoSuchFileException none) {
      throw new BadInputException(
          Files.exists(folder.resolve(Gradebook.SUBMISSIONS))
              ? "the run into " + folder + " has not ended; run the same grade again, it goes on"
              : folder + " holds no results; run grade first, or name its --out folder");
    } catch (IOException | IllegalArgumentException damaged) {
      throw new BadInputException(
          "the results in "
              + folder
              + " cannot be read: "
              + (damaged instanceof IOException unreadable
                  ? IoReason.of(unreadable)
                  : damaged.getMessage()));
    }
  }

  /** Return the results in the labs of the run alone; more may be kept of earlier runs. */
  public List<SubmissionResult> graded() {
    return results.stream().map(kept -> kept.result().in(labs)).toList();
  }

  /**
   * Find a submission by its id, or by a person's name or account that only one of them has.
   *
   * @throws BadInputException when there is none, with those that may be meant
   */
  public KeptResult submission(String name) throws BadInputException {
    for (KeptResult kept : results) {
      if (kept.result().id().equals(name)) {
        return kept;
      }
    }
    List<KeptResult> persons =
        results.stream().filter(kept -> isFrom(kept.result().arrival(), name)).toList();
    if (persons.size() == 1) {
      return persons.get(0);
    }
    List<String> ids = (persons.isEmpty() ? results : persons).stream().map(KeptRun::id).toList();
    throw new BadInputException(
        persons.isEmpty()
            ? "there is no submission " + name + "; " + Names.alike(name, ids)
            : name + " handed in more than once; " + Names.alike("", ids));
  }

  private static boolean isFrom(Arrival arrival, String name) {
    return !name.isEmpty() && (arrival.person().equals(name) || arrival.account().equals(name));
  }

  private static String id(KeptResult kept) {
    return kept.result().id();
  }
}
