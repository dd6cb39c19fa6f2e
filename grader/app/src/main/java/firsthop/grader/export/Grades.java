package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.feedback.FeedbackSentences;
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
 * The marks of a class for an export.
 *
 * @param title the title of the course; empty for none
 * @param feedback how much students are shown
 * @param words the words of the course's language
 * @param labs the ids of the exported labs, in order
 * @param single whether the mark of one lab is exported instead of a total
 * @param all the submissions in the order of the run
 */
public record Grades(
    String title,
    FeedbackLevel feedback,
    FeedbackSentences words,
    List<String> labs,
    boolean single,
    List<ExportedSubmission> all) {

  /**
   * Returns the marks of a run.
   *
   * @param lab the only lab that is exported; empty for all labs of the run
   * @throws BadInputException when no result has such a lab
   */
  public static Grades of(StoredRun run, Optional<String> lab) throws BadInputException {
    TreeSet<String> kept = new TreeSet<>(run.labs());
    run.results().forEach(each -> each.result().labs().forEach(one -> kept.add(one.id())));
    if (lab.isPresent() && !kept.contains(lab.get())) {
      throw new BadInputException(
          "there are no results of "
              + lab.get()
              + "; there are results of "
              + String.join(", ", kept));
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
        run.spec().title(),
        run.spec().marking().feedback(),
        FeedbackSentences.in(run.spec().marking().language()),
        labs,
        lab.isPresent(),
        all);
  }

  /** Returns the maximum points of a lab; the largest if results come from different exams. */
  public BigDecimal max(String lab) {
    return all.stream()
        .flatMap(each -> each.result().labs().stream())
        .filter(each -> each.id().equals(lab))
        .map(each -> BigDecimal.valueOf(each.max()))
        .max(BigDecimal::compareTo)
        .orElse(BigDecimal.ZERO);
  }

  /** Returns the submissions without a mark. */
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
