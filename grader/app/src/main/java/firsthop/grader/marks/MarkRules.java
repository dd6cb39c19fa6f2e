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
 * How points become marks.
 *
 * @param weights by lab id, what a point of the lab counts in the total; 1 where there is none
 */
public record MarkRules(
    DueDates due, LateRule late, Map<String, BigDecimal> weights, Overrides overrides) {
  /** Points are marks. */
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

  /** Returns these with other due dates. */
  public MarkRules with(DueDates others) {
    return new MarkRules(others, late, weights, overrides);
  }

  /** Return these with other overrides. */
  public MarkRules with(Overrides others) {
    return new MarkRules(due, late, weights, others);
  }

  /** Return in words which of these labs count otherwise than the others, such as by a half. */
  public List<String> weightsOf(List<String> labs) {
    return labs.stream()
        .filter(lab -> weight(lab).compareTo(BigDecimal.ONE) != 0)
        .map(lab -> lab + " counts " + weight(lab).toPlainString())
        .toList();
  }

  /** Return the marks of a submission. */
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
            ? arrival.from() + " says late, but not since when"
            : "nobody knows when this was handed in")
        + "; nothing is taken off";
  }

  /** An instructor's word on an exercise makes up for what the machine could not decide. */
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

  /** Without zeros that say nothing: 24 rather than 24.00, and 20 rather than 2E+1. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
