package firsthop.grader.export;

import firsthop.grader.common.NameKey;
import firsthop.grader.submission.SubmissionOrigin;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The students in a gradebook that has columns with the keys of users, such as Username, and may
 * have the columns First Name and Last Name.
 */
final class UserRows {
  static final String FIRST_NAME = "First Name";
  static final String LAST_NAME = "Last Name";

  private final String accountsOf;
  private final RowMatcher<List<String>> rows = new RowMatcher<>();

  /**
   * Finds the rows of students.
   *
   * @param keys the titles of the columns with keys
   * @param accountsOf the platform in whose downloads the accounts are such keys; empty for none
   */
  UserRows(Sheet sheet, List<String> keys, String accountsOf) {
    this.accountsOf = accountsOf;
    for (List<String> row : sheet.rows()) {
      for (String title : keys) {
        String key = key(cell(sheet, row, title));
        if (!key.isEmpty()) {
          rows.add(key, row);
        }
      }
      String name = cell(sheet, row, FIRST_NAME) + " " + cell(sheet, row, LAST_NAME);
      if (!name.isBlank()) {
        NameKey.orders(name).forEach(order -> rows.add("name " + order, row));
      }
    }
  }

  /** Returns the rows by submission id, without submissions that have no row. */
  Map<String, List<String>> find(List<ExportedSubmission> all) {
    return rows.find(all, this::keys, this::name);
  }

  private Stream<String> keys(ExportedSubmission graded) {
    SubmissionOrigin arrival = graded.result().arrival();
    return Stream.of(hasAccount(arrival) ? arrival.account() : "", graded.id())
        .map(UserRows::key)
        .filter(key -> !key.isEmpty());
  }

  private Stream<String> name(ExportedSubmission graded) {
    return hasAccount(graded.result().arrival())
        ? Stream.of()
        : Stream.of("name " + NameKey.letters(graded.person()));
  }

  private boolean hasAccount(SubmissionOrigin arrival) {
    return !arrival.account().isEmpty() && arrival.from().equals(accountsOf);
  }

  /** Returns a key without the sign that Brightspace writes before it; empty if there is none. */
  private static String key(String cell) {
    String key = NameKey.ignoringCase(cell);
    String bare = key.startsWith("#") ? key.substring(1) : key;
    return bare.isEmpty() ? "" : "key " + bare;
  }

  private static String cell(Sheet sheet, List<String> row, String title) {
    OptionalInt column = sheet.find(title);
    return column.isPresent() ? row.get(column.getAsInt()).strip() : "";
  }
}
