package firsthop.grader.roster;

import firsthop.grader.common.CsvTable;
import firsthop.grader.common.NameKey;
import firsthop.grader.common.WordTable;
import firsthop.grader.platforms.MoodleWord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The columns of a roster by their meaning. The titles are in {@code roster-words.csv}. */
final class RosterColumns {
  /** What a column of a roster means. */
  enum Meaning {
    ACCOUNT("account"),
    SUBMISSION("submission"),
    KEY("key"),
    NAME("name"),
    FIRST_NAME("first name"),
    LAST_NAME("last name"),
    GROUP("group"),
    ROLE("role");

    private final String key;

    Meaning(String key) {
      this.key = key;
    }
  }

  private static final WordTable WORDS = WordTable.of(RosterColumns.class, "roster-words.csv");

  /** Canvas's name for a role, such as {@code TaEnrollment}. */
  private static final Pattern ENROLLMENT = Pattern.compile("(?i)enrollment$");

  /** Brightspace writes it before a number or a login, so that no program shortens them. */
  private static final Pattern BRIGHTSPACE_SIGN = Pattern.compile("^#(?=\\w)");

  private static final Pattern NOT_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  /** Writing in which words are not separated by spaces. */
  private static final Pattern WITHOUT_SPACES =
      Pattern.compile("[\\p{IsHangul}\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]+");

  private final Map<Meaning, List<Integer>> columns = new HashMap<>();

  RosterColumns(List<String> header) {
    for (Meaning meaning : Meaning.values()) {
      List<Integer> found = new ArrayList<>();
      for (int column = 0; column < header.size(); column++) {
        if (means(meaning, header.get(column))) {
          found.add(column);
        }
      }
      columns.put(meaning, found);
    }
    // With a family name beside it, a column such as "name" or 이름 has the given name.
    if (has(Meaning.LAST_NAME) && !has(Meaning.FIRST_NAME)) {
      columns.put(Meaning.FIRST_NAME, columns.get(Meaning.NAME));
    }
    if (has(Meaning.LAST_NAME)) {
      columns.put(
          Meaning.NAME,
          columns.get(Meaning.NAME).stream()
              .filter(column -> !columns.get(Meaning.FIRST_NAME).contains(column))
              .toList());
    }
  }

  /** Returns whether a row is the header of a roster. */
  static boolean isHeader(List<String> row) {
    return row.stream()
        .anyMatch(
            title ->
                means(Meaning.ACCOUNT, title)
                    || means(Meaning.SUBMISSION, title)
                    || means(Meaning.KEY, title));
  }

  private static boolean means(Meaning meaning, String title) {
    Predicate<String> moodle =
        switch (meaning) {
          case ACCOUNT -> MoodleWord.IDENTIFIER::is;
          case NAME -> MoodleWord.FULL_NAME::is;
          case GROUP -> MoodleWord.GROUP::is;
          default -> none -> false;
        };
    return WORDS.means(meaning.key, title) || moodle.test(title);
  }

  boolean has(Meaning meaning) {
    return !columns.get(meaning).isEmpty();
  }

  /** Returns the first column with a meaning; empty if there is none. */
  OptionalInt first(Meaning meaning) {
    return columns.get(meaning).stream().mapToInt(Integer::intValue).findFirst();
  }

  /** Returns the cells with a meaning that are not empty, in the order of their columns. */
  List<String> cells(Meaning meaning, CsvTable.Row row) {
    return columns.get(meaning).stream()
        .map(column -> BRIGHTSPACE_SIGN.matcher(row.cells().get(column)).replaceFirst(""))
        .filter(cell -> !cell.isBlank())
        .toList();
  }

  /** Returns the first cell with a meaning that is not empty; an empty text if there is none. */
  String cell(Meaning meaning, CsvTable.Row row) {
    return cells(meaning, row).stream().findFirst().orElse("");
  }

  /** Returns whether a role is the one of a teacher or an assistant. */
  static boolean isStaff(String role) {
    return isRole(role, "staff") && !isRole(role, "student");
  }

  private static boolean isRole(String role, String meaning) {
    String written = ENROLLMENT.matcher(role.strip()).replaceFirst("");
    List<String> words = Arrays.stream(NOT_LETTERS.split(written)).map(NameKey::letters).toList();
    String all = NameKey.letters(written);
    return WORDS.words(meaning).stream()
        .map(NameKey::letters)
        .anyMatch(
            word ->
                words.contains(word)
                    || all.equals(word)
                    || isWrittenWithoutSpaces(word) && all.contains(word));
  }

  /** Returns whether the text is in Chinese, Japanese or Korean, and has no spaces. */
  static boolean isWrittenWithoutSpaces(String text) {
    return WITHOUT_SPACES.matcher(text).matches();
  }
}
