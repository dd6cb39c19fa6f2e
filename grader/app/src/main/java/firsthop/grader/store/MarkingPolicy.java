package firsthop.grader.store;

import firsthop.grader.marks.MarkRules;
import firsthop.grader.settings.FeedbackLevel;

/**
 * How results become marks and feedback.
 *
 * @param rules how points become marks
 * @param feedback how much students are shown
 */
public record MarkingPolicy(MarkRules rules, FeedbackLevel feedback) {
  /** Points are marks, and hints are shown. */
  public static final MarkingPolicy USUAL = new MarkingPolicy(MarkRules.NONE, FeedbackLevel.HINTS);
}
