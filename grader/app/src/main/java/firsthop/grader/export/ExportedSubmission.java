package firsthop.grader.export;

import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One submission with its marks.
 *
 * @param result with the exported labs alone
 * @param kept as it is kept, with every lab
 * @param marks of the exported labs
 * @param labs the ids of the exported labs
 * @param max what {@link #total()} could be
 * @param single whether the mark of the only lab is asked for, rather than a total
 */
public record ExportedSubmission(
    SubmissionResult result,
    StoredResult kept,
    SubmissionMarks marks,
    List<String> labs,
    BigDecimal max,
    boolean single) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  /** Returns the submission's id. */
  public String id() {
    return result.id();
  }

  /** Returns the person's name; the submission's id where it is not known. */
  public String person() {
    return result.arrival().person().isEmpty() ? id() : result.arrival().person();
  }

  /**
   * Returns by what number a platform knows who handed this in; empty when it came from elsewhere.
   */
  public Optional<String> account(String platform) {
    SubmissionOrigin arrival = result.arrival();
    return Optional.of(arrival.account())
        .filter(account -> arrival.from().equals(platform) && NUMBER.matcher(account).matches());
  }

  /** Returns how many lines each handed-in file has, by its name. */
  public Map<String, Integer> lines() {
    return kept.lines();
  }

  /** Returns the mark of a lab; empty when it was not graded. */
  public Optional<LabMark> mark(String lab) {
    return marks.labs().stream().filter(mark -> mark.lab().equals(lab)).findFirst();
  }

  /** Returns what is exported as the mark; empty when something in it was not graded. */
  public Optional<BigDecimal> total() {
    if (!labs.stream().allMatch(lab -> mark(lab).isPresent())) {
      return Optional.empty();
    }
    return single ? mark(labs.get(0)).map(LabMark::after) : Optional.of(marks.after());
  }

  /** Returns the instructor's words on the exported labs. */
  public List<PointsOverride> overrides() {
    return marks.overrides().stream().filter(each -> inLabs(each.exercise())).toList();
  }

  /** Finds the instructor's word on an exercise. */
  public Optional<PointsOverride> override(String exercise) {
    return marks.overrides().stream().filter(each -> each.exercise().equals(exercise)).findFirst();
  }

  /** Returns in sentences what the mark does not show: the late rule, and an instructor's word. */
  public List<String> remarks() {
    List<String> remarks = new ArrayList<>();
    marks.labs().forEach(mark -> mark.lateness().ifPresent(remarks::add));
    for (PointsOverride given : overrides()) {
      remarks.add(
          "Override: %s set to %d points: %s"
              .formatted(given.exercise(), given.points(), given.reason()));
    }
    if (result.labs().stream().anyMatch(LabResult::brokeBench)) {
      remarks.add("It brought down the program that tests it; what it had earned before stands.");
    }
    return remarks;
  }

  private boolean inLabs(String exercise) {
    return result.labs().stream()
        .flatMap(lab -> lab.exercises().stream())
        .anyMatch(each -> each.exercise().id().equals(exercise));
  }
}
