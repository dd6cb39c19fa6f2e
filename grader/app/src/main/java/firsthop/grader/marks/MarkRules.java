package firsthop.grader.marks;

import firsthop.grader.intake.Arrival;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

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

  /** Return these with other overrides. */
  public MarkRules with(Overrides others) {
    return new MarkRules(due, late, weights, others);
  }

  /** Return the marks of a submission. */
  public SubmissionMarks marks(SubmissionResult result) {
    List<String> notices = new ArrayList<>();
    List<LabMark> labs = new ArrayList<>();
    for (LabResult lab : result.labs()) {
      if (!notGraded(lab, result.id())) {
        labs.add(mark(lab, result, notices));
      }
    }
    return new SubmissionMarks(
        List.copyOf(labs),
        overrides.of(result.id()),
        total(labs, mark -> BigDecimal.valueOf(mark.before())),
        total(labs, LabMark::after),
        total(labs, mark -> BigDecimal.valueOf(mark.max())),
        List.copyOf(notices));
  }

  /** An instructor's word on an exercise makes up for what the machine could not decide. */
  private boolean notGraded(LabResult lab, String submission) {
    return lab.exercises().stream()
        .anyMatch(
            each -> each.notGraded() && overrides.find(submission, each.exercise().id()).isEmpty());
  }

  private LabMark mark(LabResult lab, SubmissionResult result, List<String> notices) {
    int before = lab.exercises().stream().mapToInt(each -> points(each, result.id())).sum();
    int days = daysLate(lab.id(), result, notices);
    BigDecimal off = late.percentOff(days);
    BigDecimal after =
        BigDecimal.valueOf(before)
            .multiply(HUNDRED.subtract(off))
            .divide(HUNDRED, DECIMALS, RoundingMode.HALF_UP);
    return new LabMark(lab.id(), lab.score(), before, plain(after), lab.max(), days, off);
  }

  private int points(ExerciseResult exercise, String submission) {
    return overrides
        .find(submission, exercise.exercise().id())
        .map(PointsOverride::points)
        .orElse(exercise.score());
  }

  private int daysLate(String lab, SubmissionResult result, List<String> notices) {
    Arrival arrival = result.arrival();
    Optional<Instant> dueAt =
        due.due(lab, Stream.of(result.id(), arrival.person(), arrival.account()));
    if (dueAt.isEmpty()) {
      return 0;
    }
    if (arrival.at().isEmpty()) {
      if (arrival.late()) {
        notices.add(
            lab + ": " + arrival.from() + " says late, but not since when; nothing is taken off");
      }
      return 0;
    }
    return late.daysLate(arrival.at().get(), dueAt.get());
  }

  private BigDecimal total(List<LabMark> labs, Function<LabMark, BigDecimal> points) {
    BigDecimal sum = BigDecimal.ZERO;
    for (LabMark mark : labs) {
      sum = sum.add(points.apply(mark).multiply(weights.getOrDefault(mark.lab(), BigDecimal.ONE)));
    }
    return plain(sum.setScale(DECIMALS, RoundingMode.HALF_UP));
  }

  /** Without zeros that say nothing: 24 rather than 24.00, and 20 rather than 2E+1. */
  private static BigDecimal plain(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }
}
