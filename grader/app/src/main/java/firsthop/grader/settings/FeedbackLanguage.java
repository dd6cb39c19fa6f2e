package firsthop.grader.settings;

import java.util.Locale;

/** The language of what students read about their results. */
public enum FeedbackLanguage {
  ENGLISH("en"),
  KOREAN("ko");

  private final String word;

  FeedbackLanguage(String word) {
    this.word = word;
  }

  /** Returns the name of the language in settings and in names of files, such as {@code ko}. */
  @Override
  public String toString() {
    return word;
  }

  /**
   * Returns the language of a keyword.
   *
   * @throws IllegalArgumentException if there is no such language
   */
  public static FeedbackLanguage of(String keyword) {
    for (FeedbackLanguage language : values()) {
      if (language.word.equals(keyword.toLowerCase(Locale.ROOT))) {
        return language;
      }
    }
    throw new IllegalArgumentException("expected en or ko, not " + keyword);
  }
}
