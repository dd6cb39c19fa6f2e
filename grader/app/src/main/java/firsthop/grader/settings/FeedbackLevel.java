package firsthop.grader.settings;

import java.util.Locale;

/** How much of what came out students are shown. */
public enum FeedbackLevel {
  /** The points, and nothing else. */
  SCORE,
  /**
   * Verdicts, hints, the type of an exception and the student's own file and line; nothing else
   * that came from the candidate, and nothing of a hidden test.
   */
  HINTS,
  /** Messages, traces and inputs of hidden tests, too. */
  FULL;

  /** Returns the level as settings and command lines spell it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
