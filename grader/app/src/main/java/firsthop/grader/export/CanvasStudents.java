package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameKey;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The students in a gradebook from Canvas. They are found by Canvas's keys: user id, SIS ids, name.
 * The name is in the column Student, or in the columns LastName and FirstName.
 */
final class CanvasStudents {
  /** A user id, which has the number of another Canvas before it if the user comes from there. */
  private static final Pattern USER = Pattern.compile("(\\d{1,18}~)?\\d{1,18}");

  /** The student with whom a teacher tries a course. */
  private static final Set<String> TEST_STUDENT = NameKey.orders("Student, Test");

  private final Sheet sheet;
  private final RowMatcher<List<String>> rows = new RowMatcher<>();
  private final Set<String> testStudents = new HashSet<>();

  /**
   * Finds the rows of students.
   *
   * @throws BadInputException if a user id cannot be read; the message names the row and the column
   */
  CanvasStudents(Sheet sheet, int user) throws BadInputException {
    this.sheet = sheet;
    for (int i = 0; i < sheet.rows().size(); i++) {
      List<String> row = sheet.rows().get(i);
      String id = row.get(user).strip();
      if (!id.isEmpty() && !USER.matcher(id).matches()) {
        throw sheet.error(i, user, "expected the number of a user, not \"" + id + "\"");
      }
      if (!id.isEmpty() && isTestStudent(name(row))) {
        testStudents.add(id);
      } else if (!id.isEmpty()) {
        add(row, id);
      }
    }
  }

  private void add(List<String> row, String id) {
    String name = name(row);
    if (!name.isEmpty()) {
      rows.add("name " + firstNameFirst(name), row);
    }
    rows.add("user " + id, row);
    for (String column : List.of("SIS User ID", "SIS Login ID")) {
      String sis = cell(row, column);
      if (!sis.isEmpty()) {
        rows.add("sis " + NameKey.nfc(sis), row);
      }
    }
  }

  /** Returns the rows by submission id, without submissions that have no row. */
  Map<String, List<String>> find(List<ExportedSubmission> all) {
    return rows.find(all, CanvasStudents::numbers, CanvasStudents::name);
  }

  /** Returns the ids of those submissions that the test student handed in. */
  List<String> ofTestStudents(List<ExportedSubmission> all) {
    return all.stream()
        .filter(each -> each.account("Canvas").filter(testStudents::contains).isPresent())
        .map(ExportedSubmission::id)
        .toList();
  }

  /** Returns whether this is the name of the student with whom a teacher tries a course. */
  static boolean isTestStudent(String name) {
    return TEST_STUDENT.contains(NameKey.letters(name));
  }

  private String name(List<String> row) {
    String name = cell(row, "Student");
    return name.isEmpty() ? (cell(row, "FirstName") + " " + cell(row, "LastName")).strip() : name;
  }

  private String cell(List<String> row, String title) {
    OptionalInt column = sheet.find(title);
    return column.isPresent() ? row.get(column.getAsInt()).strip() : "";
  }

  private static Stream<String> numbers(ExportedSubmission graded) {
    return graded
        .account("Canvas")
        .map(user -> Stream.of("user " + user))
        .orElse(
            Stream.of(graded.id(), graded.result().arrival().account())
                .map(id -> "sis " + NameKey.nfc(id)));
  }

  private static Stream<String> name(ExportedSubmission graded) {
    return graded.account("Canvas").isPresent()
        ? Stream.of()
        : Stream.of("name " + firstNameFirst(graded.person()));
  }

  /** Turns {@code Kim, Min} into {@code min kim}. */
  private static String firstNameFirst(String written) {
    String name = NameKey.ignoringCase(written);
    int comma = name.indexOf(", ");
    return comma < 0 ? name : name.substring(comma + 2) + " " + name.substring(0, comma);
  }
}
