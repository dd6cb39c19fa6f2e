package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.store.StoredResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The marks of a class, as they are exported.
 *
 * @param title of the course; empty for none
 * @param feedback how much students are shown
 * @param labs the ids of the labs that are exported, in order
 * @param single whether it is the mark of one lab that was asked for, rather than a total
 * @param all in the order of the run
 */
public record Grades(
    String title,
    FeedbackLevel feedback,
    List<String> labs,
    boolean single,
    List<ExportedSubmission> all) {

  /**
   * Take the marks of a run.
   *
   * @param lab the only lab that is exported; empty for all that the run graded
   * @throws BadInputException when no result has such a lab
   */
  public static Grades of(StoredRun run, Optional<String> lab) throws BadInputException {
    TreeSet<String> kept = new TreeSet<>(run.labs());
    run.results().forEach(each -> each.result().labs().forEach(one -> kept.add(one.id())));
    if (lab.isPresent() && !kept.contains(lab.get())) {
      throw new BadInputException(
          "there are no results of " + lab.get() + "; there are " + String.join(", ", kept));
    }
    List<String> labs = lab.map(List::of).orElse(run.labs());
    MarkRules rules = run.spec().marking().rules();
    List<ExportedSubmission> all = new ArrayList<>();
    for (StoredResult each : run.results()) {
      SubmissionResult result = each.result().in(labs);
      all.add(
          new ExportedSubmission(
              result,
              each,
              rules.marks(result),
              labs,
              max(result, lab.isPresent() ? Map.of() : rules.weights()),
              lab.isPresent()));
    }
    return new Grades(
        run.spec().title(), run.spec().marking().feedback(), labs, lab.isPresent(), all);
  }

  /** Return the points that a lab has; those of the newest exam where results differ in it. */
  public BigDecimal max(String lab) {
    return all.stream()
        .flatMap(each -> each.result().labs().stream())
        .filter(each -> each.id().equals(lab))
        .map(each -> BigDecimal.valueOf(each.max()))
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  /** Return those that have no mark. */
  public List<ExportedSubmission> unmarked() {
    return all.stream().filter(each -> each.total().isEmpty()).toList();
  }

  private static BigDecimal max(SubmissionResult result, Map<String, BigDecimal> weights) {
    BigDecimal max =
        result.labs().stream()
            .map(
                lab ->
                    BigDecimal.valueOf(lab.max())
                        .multiply(weights.getOrDefault(lab.id(), BigDecimal.ONE)))
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .stripTrailingZeros();
    return max.scale() < 0 ? max.setScale(0) : max;
  }
}
