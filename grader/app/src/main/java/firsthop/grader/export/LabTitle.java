package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameKey;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Recognizes the lab in the title of an assignment, such as {@code Lab 1: Addresses (77)}. */
final class LabTitle {
  /** The id that Canvas adds to a title. */
  private static final Pattern ID = Pattern.compile(" \\(\\d+\\)$");

  /** Signs and remarks in brackets before the word. */
  private static final String START = "(?:\\[[^]]*]|【[^】]*】|\\([^)]*\\)|[^\\p{L}\\p{N}])*";

  private static final String WORD = "(?:lab|실습|실험)";

  /** Signs between the word and the number. */
  private static final String GAP = "[\\s_#.\\p{Pd}]*";

  /** What follows the number: not more of a word, of a number such as 1.5, or of a range. */
  private static final String END = "(?![\\p{L}\\p{N}])(?!\\s*[.,\\p{Pd}~/&+]\\s*\\p{N})";

  private LabTitle() {}

  /**
   * Checks the titles that the instructor gave.
   *
   * @param titles the titles by lab id
   * @throws BadInputException if a title is one of another lab
   */
  static void check(Map<String, String> titles, Grades grades) throws BadInputException {
    for (String lab : titles.keySet()) {
      if (!grades.labs().contains(lab)) {
        throw new BadInputException(
            "--column: %s is not one of the exported labs: %s"
                .formatted(lab, String.join(", ", grades.labs())));
      }
    }
  }

  /**
   * Returns whether a title begins with the lab.
   *
   * @param lab the id of the lab, such as {@code lab01}
   */
  static boolean isOf(String lab, String title) {
    int number = Integer.parseInt(lab.substring("lab".length()));
    return Pattern.compile(START + WORD + GAP + "0*" + number + END)
        .matcher(NameKey.nfc(title).toLowerCase(Locale.ROOT))
        .lookingAt();
  }

  /** Returns whether a title is the given one, with or without the id that Canvas adds. */
  static boolean isSame(String title, String given) {
    String own = NameKey.nfc(title);
    String wanted = NameKey.nfc(given);
    return own.equals(wanted) || ID.matcher(own).replaceFirst("").equals(wanted);
  }
}
