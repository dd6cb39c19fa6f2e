package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import java.util.List;

/**
 * What a rule says of an exercise.
 *
 * @param summary what holds, in a few words
 * @param defects what does not hold
 */
public record RuleResult(String summary, List<Defect> defects) {
  public RuleResult {
    defects = List.copyOf(defects);
  }
}
