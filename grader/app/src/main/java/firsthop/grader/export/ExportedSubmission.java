package firsthop.grader.export;

import firsthop.grader.feedback.FeedbackSentences;
import firsthop.grader.feedback.MarkText;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.marks.SubmissionMarks;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.roster.RosterMatcher;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.AccountOwner;
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
 * @param result the result with only the exported labs
 * @param kept the stored result with every lab
 * @param marks the marks of the exported labs
 * @param labs the ids of the exported labs
 * @param max the maximum of {@link #total()}
 * @param single whether the mark of the only lab is exported instead of a total
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

  /** Returns the person's name; the submission's id if the name is not known. */
  public String person() {
    return result.arrival().person().isEmpty() ? id() : result.arrival().person();
  }

  /**
   * Returns the number that a platform gave the student's account; empty if the submission came
   * from elsewhere, or if the number may be a group's.
   */
  public Optional<String> account(String platform) {
    SubmissionOrigin arrival = result.arrival();
    return Optional.of(arrival.account())
        .filter(account -> arrival.from().equals(platform) && NUMBER.matcher(account).matches())
        .filter(account -> arrival.accountOwner() == AccountOwner.PERSON);
  }

  /** Returns whether nothing came of a student who is in the roster. */
  boolean isOnlyInRoster() {
    return result.notices().contains(RosterMatcher.NOTHING_CAME);
  }

  /** Returns the number of lines of each handed-in file, by file name. */
  public Map<String, Integer> lines() {
    return kept.lines();
  }

  /** Returns the mark of a lab; empty when it was not graded. */
  public Optional<LabMark> mark(String lab) {
    return marks.labs().stream().filter(mark -> mark.lab().equals(lab)).findFirst();
  }

  /** Returns the exported mark; empty if a part of it was not graded. */
  public Optional<BigDecimal> total() {
    if (!labs.stream().allMatch(lab -> mark(lab).isPresent())) {
      return Optional.empty();
    }
    return single ? mark(labs.get(0)).map(LabMark::after) : Optional.of(marks.after());
  }

  /** Returns the exported mark and its maximum, of a submission that has a mark. */
  String points(FeedbackSentences words) {
    return words.points(total().orElseThrow().toPlainString(), max.toPlainString());
  }

  /** Returns the instructor's overrides in the exported labs. */
  public List<PointsOverride> overrides() {
    return marks.overrides().stream().filter(each -> inLabs(each.exercise())).toList();
  }

  /** Returns the instructor's override of an exercise; empty if there is none. */
  public Optional<PointsOverride> override(String exercise) {
    return marks.overrides().stream().filter(each -> each.exercise().equals(exercise)).findFirst();
  }

  /** Returns sentences about the late rule, overrides and a bench that broke. */
  public List<String> remarks(FeedbackSentences words) {
    List<String> remarks = new ArrayList<>();
    marks.labs().forEach(mark -> MarkText.lateness(mark, words).ifPresent(remarks::add));
    for (PointsOverride given : overrides()) {
      remarks.add(words.override(given.exercise(), given.points(), given.reason()));
    }
    if (result.labs().stream().anyMatch(LabResult::brokeBench)) {
      remarks.add(words.brokeBench());
    }
    return remarks;
  }

  private boolean inLabs(String exercise) {
    return result.labs().stream()
        .flatMap(lab -> lab.exercises().stream())
        .anyMatch(each -> each.exercise().id().equals(exercise));
  }
}
