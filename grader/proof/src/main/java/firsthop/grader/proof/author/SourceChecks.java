package firsthop.grader.proof.author;

import firsthop.grader.proof.Defect;
import firsthop.grader.proof.rules.Checkout;
import firsthop.grader.proof.rules.ExerciseSources;
import firsthop.grader.proof.rules.RuleResult;
import firsthop.grader.proof.rules.SourceRule;
import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Checks the sources of exercises, which takes no build. */
record SourceChecks(CheckReport report) {
  /** Without these, nothing can be graded. */
  private static final Set<SourceRule> NEEDED_FOR_GRADING =
      EnumSet.of(SourceRule.FILES, SourceRule.EXAM, SourceRule.PATCHES);

  /**
   * Checks one exercise.
   *
   * @return whether it can be graded
   */
  boolean run(ExerciseSources exercise) throws IOException {
    boolean gradable = true;
    for (SourceRule rule : SourceRule.values()) {
      List<Defect> defects = check(rule, exercise, gradable);
      gradable &= defects.isEmpty() || !NEEDED_FOR_GRADING.contains(rule);
    }
    return gradable;
  }

  private List<Defect> check(SourceRule rule, ExerciseSources exercise, boolean readable)
      throws IOException {
    String id = exercise.files().id();
    try {
      RuleResult result = rule.check(exercise);
      report.decided(id, rule.label(), result.summary(), result.defects());
      return result.defects();
    } catch (BadSourceException bad) {
      if (!readable) {
        report.undecided(id, rule.label());
        return List.of();
      }
      // The exercise's own sources can be read, so this is in what all exercises share.
      List<Defect> defects = List.of(exercise.files().defect(bad));
      report.decided(id, rule.label(), "", defects);
      return defects;
    }
  }

  /** Checks that nothing in the checkout belongs to no exercise. */
  void strays(Checkout checkout) throws IOException {
    List<Defect> strays =
        checkout.strays().stream()
            .map(
                stray ->
                    new Defect(
                        "all",
                        checkout.home().relativize(stray).toString(),
                        "an exercise that it belongs to",
                        "none",
                        "name it by its exercise, or delete it"))
            .toList();
    report.decided("all", "strays", "none", strays);
  }
}
