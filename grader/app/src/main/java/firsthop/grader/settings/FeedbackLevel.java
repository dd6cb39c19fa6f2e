package firsthop.grader.settings;

import java.util.Locale;

/** How much of the results students see. */
public enum FeedbackLevel {
  /** The points only. */
  SCORE,
  /**
   * Also verdicts, hints, the type of an exception, and the student's own file and line. Nothing
   * else that came from the candidate, and nothing from a hidden test.
   */
  HINTS,
  /** Also messages, traces and inputs of hidden tests. */
  FULL;

  /** Returns the name of the level in settings and on command lines. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
