package firsthop.grader.gradebook;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.NameKey;
import firsthop.grader.common.NameList;
import firsthop.grader.common.SimilarNames;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.store.RunIndex;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.StoredResult;
import firsthop.grader.store.UnreadableResult;
import firsthop.grader.submission.AccountOwner;
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
 * The last run in a folder of results, for commands that use its results.
 *
 * @param spec the options of the run, with the present overrides
 * @param results the results in the order of the run; a lost result has nothing graded
 * @param lost the ids of submissions whose results are missing or damaged
 */
public record StoredRun(RunSpec spec, List<StoredResult> results, Set<String> lost) {
  /** Creates a run whose results could all be read. */
  public StoredRun(RunSpec spec, List<StoredResult> results) {
    this(spec, results, Set.of());
  }

  /** Returns the same run with other overrides. */
  public StoredRun with(Overrides overrides) {
    return new StoredRun(spec.with(overrides), results, lost);
  }

  /** Returns the ids of the graded labs, in order. */
  public List<String> labs() {
    return spec.labs();
  }

  /**
   * Checks that a folder has a finished run.
   *
   * @throws BadInputException when it has none
   */
  public static void check(Path folder) throws BadInputException {
    if (!Files.exists(folder.resolve(RunFile.NAME))) {
      throw none(folder);
    }
  }

  /**
   * Reads the run. A damaged result does not affect the others.
   *
   * @param folder where {@code grade} wrote
   * @throws BadInputException when it has no finished run, or none of its results can be read
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

  /** Returns whether the result of a submission could be read. */
  public boolean has(String id) {
    return !lost.contains(id) && results.stream().anyMatch(kept -> id(kept).equals(id));
  }

  /** Returns notices for the instructor, one line each. */
  public List<String> notices() {
    List<String> notices = new ArrayList<>();
    if (!lost.isEmpty()) {
      notices.add(
          "the results of "
              + NameList.of(lost)
              + " are missing or damaged, so they have no mark; run grade again");
    }
    for (StoredResult kept : results) {
      for (PointsOverride word : spec.marking().rules().overrides().of(id(kept))) {
        kept.result()
            .exercise(word.exercise())
            .filter(exercise -> word.points() > exercise.exercise().max())
            .ifPresent(
                exercise ->
                    notices.add(
                        "the override of %s %s gives %d points, but the exercise has only %d; give it again"
                            .formatted(
                                word.submission(),
                                word.exercise(),
                                word.points(),
                                exercise.exercise().max())));
      }
    }
    return notices;
  }

  /**
   * Returns the results in the labs of the run; results in other labs may be kept from earlier
   * runs.
   */
  public List<SubmissionResult> graded() {
    return results.stream().map(kept -> kept.result().in(labs())).toList();
  }

  /**
   * Finds a submission by its id, or by a person's name or account if it is unique. A number that
   * may be a group's is no account.
   *
   * @throws BadInputException when there is none; the message suggests similar names
   */
  public StoredResult submission(String name) throws BadInputException {
    if (lost.contains(name)) {
      throw new BadInputException(
          "the result of " + name + " is missing or damaged; run grade again");
    }
    for (StoredResult kept : results) {
      if (NameKey.nfc(kept.result().id()).equals(NameKey.nfc(name))) {
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
            : name + " has more than one submission; " + SimilarNames.alike("", ids));
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
            ? "the run into "
                + folder
                + " has not ended; run the same grade command again to continue it"
            : folder + " contains no results; run grade first, or name its --out folder");
  }

  private static boolean isFrom(SubmissionOrigin arrival, String name) {
    String key = NameKey.nfc(name);
    return !key.isEmpty()
        && (NameKey.nfc(arrival.person()).equals(key)
            || arrival.accountOwner() == AccountOwner.PERSON && arrival.account().equals(key));
  }

  private static String id(StoredResult kept) {
    return kept.result().id();
  }
}
