package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvFormat;
import firsthop.grader.common.NameKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A gradebook from Blackboard, with commas or tabs. Blackboard finds a student by the column
 * Username, and an assignment by the number at the end of its title: {@code Lab 1 [Total Pts: 100
 * Score] |12345}. A title without a number would become a new column. The format is described in
 * Blackboard's help for instructors, "Work Offline with Grade Data".
 */
record BlackboardGradebook(Sheet sheet, UserRows users) implements PlatformGradebook {
  private static final String USERNAME = "Username";
  private static final String STUDENT_ID = "Student ID";
  private static final String KIND = "gradebook downloaded from Blackboard";

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?<title>.*?)(?: ?\\[(?<points>[^\\[\\]]*)\\])? ?\\|\\d+", Pattern.DOTALL);

  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[.,]\\d+)?");

  /** Returns whether a row is the header of a gradebook. */
  static boolean isHeader(List<String> row) {
    return row.stream().anyMatch(title -> NameKey.nfc(title).equals(USERNAME));
  }

  /**
   * Finds the columns and the students.
   *
   * @throws BadInputException if it is not a gradebook from Blackboard
   */
  static BlackboardGradebook of(Sheet sheet) throws BadInputException {
    sheet.column(USERNAME, KIND);
    return new BlackboardGradebook(
        sheet, new UserRows(sheet, List.of(USERNAME, STUDENT_ID), "Blackboard"));
  }

  @Override
  public String platform() {
    return "Blackboard";
  }

  @Override
  public List<Integer> before() {
    List<Integer> columns = new ArrayList<>();
    for (String title : List.of(UserRows.LAST_NAME, UserRows.FIRST_NAME, USERNAME, STUDENT_ID)) {
      OptionalInt column = sheet.find(title);
      column.ifPresent(columns::add);
    }
    return columns;
  }

  @Override
  public List<Integer> assignments() {
    return IntStream.range(0, sheet.header().size())
        .filter(column -> ASSIGNMENT.matcher(NameKey.nfc(sheet.header().get(column))).matches())
        .boxed()
        .toList();
  }

  @Override
  public String example() {
    return "Lab 1 [Total Pts: 100 Score] |123";
  }

  @Override
  public List<Integer> after() {
    return List.of();
  }

  @Override
  public String title(String column) {
    Matcher matcher = ASSIGNMENT.matcher(NameKey.nfc(column));
    return matcher.matches() ? matcher.group("title").strip() : column;
  }

  @Override
  public Map<String, List<String>> rows(List<ExportedSubmission> all) {
    return users.find(all);
  }

  @Override
  public Optional<String> maximum(int column) {
    Matcher matcher = ASSIGNMENT.matcher(NameKey.nfc(sheet.header().get(column)));
    return matcher.matches() && matcher.group("points") != null
        ? NUMBER.matcher(matcher.group("points")).results().map(each -> each.group()).findFirst()
        : Optional.empty();
  }

  @Override
  public Set<String> ungraded() {
    return Set.of("Needs Grading", "In Progress");
  }

  @Override
  public CsvFormat format(List<String> notices) {
    return sheet.format();
  }
}
