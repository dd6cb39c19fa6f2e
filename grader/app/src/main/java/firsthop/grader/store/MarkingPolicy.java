package firsthop.grader.store;

import firsthop.grader.marks.MarkRules;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;

/**
 * How results become marks and feedback.
 *
 * @param rules how points become marks
 * @param feedback how much students are shown
 * @param language the language in which they are shown it
 */
public record MarkingPolicy(MarkRules rules, FeedbackLevel feedback, FeedbackLanguage language) {
  /** Points are marks, and hints are shown in English. */
  public static final MarkingPolicy USUAL =
      new MarkingPolicy(MarkRules.NONE, FeedbackLevel.HINTS, FeedbackLanguage.ENGLISH);

  /** Returns the same policy with other rules. */
  public MarkingPolicy with(MarkRules other) {
    return new MarkingPolicy(other, feedback, language);
  }
}
