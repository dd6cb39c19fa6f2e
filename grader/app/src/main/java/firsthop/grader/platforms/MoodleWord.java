package firsthop.grader.platforms;

import firsthop.grader.common.NameKey;
import firsthop.grader.common.WordTable;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Words that Moodle writes into its worksheets and downloads, in the languages of {@code
 * moodle-words.csv}. They come from Moodle's language packs: {@code assign.php}, {@code moodle.php}
 * and {@code assignfeedback_comments.php}.
 */
public enum MoodleWord {
  /** The title of the column with the participant's number. */
  IDENTIFIER("recordid"),
  /** The word before the participant's number. */
  PARTICIPANT("hiddenuser"),
  /** The title of the column with the name. */
  FULL_NAME("fullname"),
  /** The title of the column with the group. */
  GROUP("submissionteam"),
  /** The title of the column with the status of the submission. */
  STATUS("status"),
  /** The beginning of the status of those who handed in nothing. */
  NO_SUBMISSION("nosubmission"),
  /** The name of the group of those who are in no group. */
  DEFAULT_GROUP("defaultteam"),
  /** The title of the column with the grade. */
  GRADE("gradenoun"),
  /** The title of the column with the maximum grade. */
  MAXIMUM("maxgrade"),
  /** The title of the column with the time of the last grade. */
  GRADE_MODIFIED("lastmodifiedgrade"),
  /** The title of the column with the comments. */
  COMMENTS("comments");

  /** The name of the platform. */
  public static final String MOODLE = "Moodle";

  private static final WordTable WORDS = WordTable.of(MoodleWord.class, "moodle-words.csv");
  private static final int MAX_DIGITS = 18;

  private final String key;

  MoodleWord(String key) {
    this.key = key;
  }

  /** Returns whether a text is this word in one of the languages. */
  public boolean is(String text) {
    return WORDS.means(key, text);
  }

  /** Returns whether a text begins with this word in one of the languages. */
  public boolean begins(String text) {
    return WORDS.begins(key, text);
  }

  /** Returns the word in English. */
  public String english() {
    return WORDS.words(key).get(0);
  }

  /**
   * Returns the number of a participant in a cell such as {@code Participant 123} or {@code
   * 참가자123}; empty if the cell has none.
   */
  public static Optional<String> participantNumber(String cell) {
    String text = NameKey.nfc(cell).toLowerCase(Locale.ROOT);
    List<String> words = WORDS.words(PARTICIPANT.key);
    return words.stream()
        .map(word -> word.toLowerCase(Locale.ROOT))
        .filter(text::startsWith)
        .map(word -> text.substring(word.length()).strip())
        .filter(number -> number.matches("\\d{1," + MAX_DIGITS + "}"))
        .findFirst();
  }
}
