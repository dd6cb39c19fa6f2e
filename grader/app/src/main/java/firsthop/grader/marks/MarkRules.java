package firsthop.grader.marks;

import firsthop.grader.marks.DueDates.Due;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.SubmissionStatus;
import firsthop.grader.submission.SubmissionOrigin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The rules that compute marks from points.
 *
 * @param weights the weight of a lab's points in the total by lab id; 1 for labs that are not in it
 */
public record MarkRules(
    DueDates due, LateRule late, Map<String, BigDecimal> weights, Overrides overrides) {
  /** No rules: the points are the marks. */
  public static final MarkRules NONE =
      new MarkRules(DueDates.NONE, LateRule.NONE, Map.of(), Overrides.NONE);

  private static final int DECIMALS = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public MarkRules {
    weights.forEach(
        (lab, weight) -> {
          if (weight.signum() < 0) {
            throw new IllegalArgumentException(
                "weight " + weight + " of " + lab + ": expected 0 or more");
          }
        });
  }

  /** Returns the same rules with other due dates. */
  public MarkRules with(DueDates others) {
    return new MarkRules(others, late, weights, overrides);
  }

  /** Returns the same rules with other overrides. */
  public MarkRules with(Overrides others) {
    return new MarkRules(due, late, weights, others);
  }

  /** Returns the weights other than 1 as text, such as {@code lab02 counts 0.5}. */
  public List<String> weightsOf(List<String> labs) {
    return labs.stream()
        .filter(lab -> weight(lab).compareTo(BigDecimal.ONE) != 0)
        .map(lab -> lab + " counts " + weight(lab).toPlainString())
        .toList();
  }

  /** Returns the marks of a submission. */
  public SubmissionMarks marks(SubmissionResult result) {
    List<LabMark> labs =
        result.labs().stream()
            .filter(lab -> !notGraded(lab, result.id()))
            .map(lab -> mark(lab, result))
            .toList();
    List<String> due =
        labs.stream().filter(mark -> mark.due().isPresent()).map(LabMark::lab).toList();
    boolean undated =
        !due.isEmpty()
            && result.arrival().at().isEmpty()
            && result.status() != SubmissionStatus.NOTHING_HANDED_IN;
    return new SubmissionMarks(
        labs,
        overrides.of(result.id()),
        total(labs, mark -> BigDecimal.valueOf(mark.before())),
        total(labs, LabMark::after),
        total(labs, mark -> BigDecimal.valueOf(mark.max())),
        undated,
        undated ? List.of(notice(due, result.arrival())) : List.of());
  }

  private static String notice(List<String> due, SubmissionOrigin arrival) {
    return String.join(", ", due)
        + ": "
        + (arrival.late()
            ? arrival.from() + " says that it was late, but not by how much"
            : "the time of submission is not known")
        + "; nothing was taken off";
  }

  /** Returns whether a lab has no mark: an exercise was not graded and has no override. */
  private boolean notGraded(LabResult lab, String submission) {
    return lab.exercises().stream()
        .anyMatch(
            each -> each.notGraded() && overrides.find(submission, each.exercise().id()).isEmpty());
  }

  private LabMark mark(LabResult lab, SubmissionResult result) {
    int before = lab.exercises().stream().mapToInt(each -> points(each, result.id())).sum();
    Optional<Due> dueAt = due.due(lab.id(), result.id());
    int days =
        dueAt
            .flatMap(each -> result.arrival().at().map(came -> late.daysLate(came, each.at())))
            .orElse(0);
    BigDecimal off = late.percentOff(days);
    BigDecimal after =
        BigDecimal.valueOf(before)
            .multiply(HUNDRED.subtract(off))
            .divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
    return new LabMark(lab.id(), lab.score(), before, plain(after), lab.max(), dueAt, days, off);
  }

  private int points(ExerciseResult exercise, String submission) {
    return overrides
        .find(submission, exercise.exercise().id())
        .map(PointsOverride::points)
        .orElse(exercise.score());
  }

  private BigDecimal weight(String lab) {
    return weights.getOrDefault(lab, BigDecimal.ONE);
  }

  private BigDecimal total(List<LabMark> labs, Function<LabMark, BigDecimal> points) {
    BigDecimal sum = BigDecimal.ZERO;
    for (LabMark mark : labs) {
      sum = sum.add(points.apply(mark).multiply(weight(mark.lab())));
    }
    return plain(sum.setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  /** Removes zeros after the point: 24, not 24.00; and 20, not 2E+1. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
