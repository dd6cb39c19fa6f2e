package firsthop.grader.gradebook;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.NameList;
import firsthop.grader.common.SimilarNames;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.store.RunIndex;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.StoredResult;
import firsthop.grader.store.UnreadableResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The last run into a folder of results, read back: for what is done with marks after they stand.
 *
 * @param spec what it was, with the overrides that hold now
 * @param results in the order of the run; one that is lost has nothing graded in it
 * @param lost the ids of those whose results are not there any more, or damaged
 */
public record StoredRun(RunSpec spec, List<StoredResult> results, Set<String> lost) {
  /** Makes one of which every result could be read. */
  public StoredRun(RunSpec spec, List<StoredResult> results) {
    this(spec, results, Set.of());
  }

  /** Returns the same run with other overrides. */
  public StoredRun with(Overrides overrides) {
    return new StoredRun(spec.with(overrides), results, lost);
  }

  /** Returns the ids of the labs that it graded, in order. */
  public List<String> labs() {
    return spec.labs();
  }

  /**
   * Checks that a run has ended in a folder.
   *
   * @throws BadInputException when none has
   */
  public static void check(Path folder) throws BadInputException {
    if (!Files.exists(folder.resolve(RunFile.NAME))) {
      throw none(folder);
    }
  }

  /**
   * Reads it. A result that is lost costs no other.
   *
   * @param folder where {@code grade} wrote
   * @throws BadInputException when no run has ended there, or none of its results can be read
   */
  public static StoredRun read(Path folder) throws BadInputException {
    try {
      RunIndex index = RunFile.read(folder);
      Map<String, StoredResult> found = new LinkedHashMap<>();
      for (String id : index.submissions()) {
        kept(folder, id).ifPresent(kept -> found.put(id, kept));
      }
      Set<String> lost = new LinkedHashSet<>(index.submissions());
      lost.removeAll(found.keySet());
      if (found.isEmpty() && !lost.isEmpty()) {
        throw new BadInputException(
            "none of the results in " + folder + " can be read; run grade again");
      }
      List<StoredResult> results =
          index.submissions().stream()
              .map(
                  id ->
                      lost.contains(id)
                          ? UnreadableResult.of(id, index.spec().labs(), found.values())
                          : found.get(id))
              .toList();
      return new StoredRun(index.spec().with(Overrides.read(folder)), results, lost);
    } catch (NoSuchFileException none) {
      throw none(folder);
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

  /** Tells whether it has a result of a submission that can be read. */
  public boolean has(String id) {
    return !lost.contains(id) && results.stream().anyMatch(kept -> id(kept).equals(id));
  }

  /** Returns what the instructor should know of it, a line each. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (!lost.isEmpty()) {
      notices.add(
          "the results of "
              + NameList.of(lost)
              + " are not there or damaged, so that they have no mark; run grade again");
    }
    for (StoredResult kept : results) {
      for (PointsOverride word : spec.marking().rules().overrides().of(id(kept))) {
        kept.result()
            .exercise(word.exercise())
            .filter(exercise -> word.points() > exercise.exercise().max())
            .ifPresent(
                exercise ->
                    notices.add(
                        "the override of %s %s gives %d points, but there are %d; give it anew"
                            .formatted(
                                word.submission(),
                                word.exercise(),
                                word.points(),
                                exercise.exercise().max())));
      }
    }
    return notices;
  }

  /** Returns the results in the labs of the run alone; more may be kept of earlier runs. */
  public List<SubmissionResult> graded() {
    return results.stream().map(kept -> kept.result().in(labs())).toList();
  }

  /**
   * Finds a submission by its id, or by a person's name or account that only one of them has.
   *
   * @throws BadInputException when there is none, with those that may be meant
   */
  public StoredResult submission(String name) throws BadInputException {
    if (lost.contains(name)) {
      throw new BadInputException(
          "the result of " + name + " is not there or damaged; run grade again");
    }
    for (StoredResult kept : results) {
      if (kept.result().id().equals(name)) {
        return kept;
      }
    }
    List<StoredResult> persons =
        results.stream().filter(kept -> isFrom(kept.result().arrival(), name)).toList();
    if (persons.size() == 1) {
      return persons.get(0);
    }
    List<String> ids = (persons.isEmpty() ? results : persons).stream().map(StoredRun::id).toList();
    throw new BadInputException(
        persons.isEmpty()
            ? "there is no submission " + name + "; " + SimilarNames.alike(name, ids)
            : name + " handed in more than once; " + SimilarNames.alike("", ids));
  }

  private static Optional<StoredResult> kept(Path folder, String id) {
    try {
      return Gradebook.kept(folder, id);
    } catch (IOException | IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  private static BadInputException none(Path folder) {
    return new BadInputException(
        Files.exists(folder.resolve(Gradebook.SUBMISSIONS))
            ? "the run into " + folder + " has not ended; run the same grade again, it goes on"
            : folder + " holds no results; run grade first, or name its --out folder");
  }

  private static boolean isFrom(SubmissionOrigin arrival, String name) {
    return !name.isEmpty() && (arrival.person().equals(name) || arrival.account().equals(name));
  }

  private static String id(StoredResult kept) {
    return kept.result().id();
  }
}
