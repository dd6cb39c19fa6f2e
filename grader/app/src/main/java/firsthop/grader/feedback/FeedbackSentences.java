package firsthop.grader.feedback;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.settings.FeedbackLanguage;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of feedback in one language. The sentences of the grader are in its {@code
 * feedback.properties}; titles and hints come from the exam. Names of tests, texts of files and
 * messages of javac are shown as they are.
 */
public final class FeedbackSentences {
  /** The words of feedback in English. */
  public static final FeedbackSentences ENGLISH =
      new FeedbackSentences(FeedbackLanguage.ENGLISH, Map.of());

  private static final String VERDICT = "verdict.";

  private final FeedbackLanguage language;
  private final ResourceBundle bundle;
  private final Map<String, String> exam;

  private FeedbackSentences(FeedbackLanguage language, Map<String, String> exam) {
    this.language = language;
    this.exam = exam;
    Locale locale =
        language == FeedbackLanguage.ENGLISH
            ? Locale.ROOT
            : Locale.forLanguageTag(language.toString());
    // The language of this machine has no say.
    this.bundle =
        ResourceBundle.getBundle(
            FeedbackSentences.class.getPackageName() + ".feedback",
            locale,
            Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
  }

  /**
   * Returns the words in a language.
   *
   * @throws firsthop.grader.sandbox.NotBuiltException if they need the exam, and it is not built
   */
  public static FeedbackSentences in(FeedbackLanguage language) {
    return in(language, Installation.current());
  }

  /** Returns the words in a language, with the hints of this installation's exam. */
  public static FeedbackSentences in(FeedbackLanguage language, Installation installation) {
    return language == FeedbackLanguage.ENGLISH
        ? ENGLISH
        : new FeedbackSentences(language, ExamTranslations.read(installation, language));
  }

  /** Returns the points of a submission. */
  public String points(String earned, String max) {
    return text("points", earned, max);
  }

  /** Returns the word for a verdict. */
  public String verdict(Verdict verdict) {
    return language == FeedbackLanguage.ENGLISH ? verdict.label() : text(key(verdict));
  }

  /** Returns the title of an exercise; in English if the exam has no other. */
  public String title(ExamPlan.Exercise exercise) {
    return exam.getOrDefault(exercise.id(), exercise.title());
  }

  /** Returns a remark about an override. */
  public String override(String exercise, int points, String reason) {
    return text("remark.override", exercise, points, reason);
  }

  /** Returns a remark about a submission that broke its bench. */
  public String brokeBench() {
    return text("remark.brokeBench");
  }

  /** Returns the hint of a test, empty for none; in English if the exam has no other. */
  String hint(ExamPlan.Test test) {
    return exam.getOrDefault(test.key().exercise() + "." + test.key().name(), test.hint());
  }

  /** Returns days, such as {@code 1 day}. */
  String days(int days) {
    return text(days == 1 ? "days.one" : "days.many", days);
  }

  /** Returns the sentence of a key, with its gaps filled. */
  String text(String key, Object... values) {
    return String.format(Locale.ROOT, bundle.getString(key), values);
  }

  /** Returns the key of a verdict's word, such as {@code verdict.timedOut}. */
  static String key(Verdict verdict) {
    String[] words = verdict.name().toLowerCase(Locale.ROOT).split("_");
    return VERDICT
        + words[0]
        + Stream.of(words)
            .skip(1)
            .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
            .collect(Collectors.joining());
  }
}
