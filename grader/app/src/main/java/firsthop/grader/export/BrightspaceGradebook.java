package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvFormat;
import firsthop.grader.common.NameKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A gradebook from Brightspace, in which a number sign is before each name of a user and at the end
 * of each row. Brightspace finds a student by OrgDefinedId or Username, and an assignment by its
 * title: {@code Lab 1 Points Grade <Numeric MaxPoints:100>}. The format is described in
 * Brightspace's help, "Import grades".
 *
 * @param end the column that marks the end of a row
 */
record BrightspaceGradebook(Sheet sheet, int end, UserRows users) implements PlatformGradebook {
  private static final List<String> KEYS = List.of("OrgDefinedId", "Username");
  private static final String END = "End-of-Line Indicator";
  private static final String KIND = "gradebook exported by Brightspace";

  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?<title>.+?) Points Grade(?: <(?<kind>[^>]*)>)?", Pattern.DOTALL);

  private static final Pattern MAXIMUM = Pattern.compile("MaxPoints:(?<points>\\d+(?:[.,]\\d+)?)");

  /** Returns whether a row is the header of a gradebook. */
  static boolean isHeader(List<String> row) {
    return row.stream().anyMatch(title -> NameKey.nfc(title).equals(END));
  }

  /**
   * Finds the columns and the students.
   *
   * @throws BadInputException if it is not a gradebook from Brightspace
   */
  static BrightspaceGradebook of(Sheet sheet) throws BadInputException {
    int end = sheet.column(END, KIND);
    if (KEYS.stream().allMatch(key -> sheet.find(key).isEmpty())) {
      sheet.column(KEYS.get(0), KIND);
    }
    // The numbers in a download are others than those in a gradebook.
    return new BrightspaceGradebook(sheet, end, new UserRows(sheet, KEYS, ""));
  }

  @Override
  public String platform() {
    return "Brightspace";
  }

  @Override
  public List<Integer> before() {
    return KEYS.stream().map(sheet::find).flatMapToInt(each -> each.stream()).boxed().toList();
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
    return "Lab 1 Points Grade <Numeric MaxPoints:100>";
  }

  @Override
  public List<Integer> after() {
    return List.of(end);
  }

  @Override
  public String title(String column) {
    Matcher matcher = ASSIGNMENT.matcher(NameKey.nfc(column));
    return matcher.matches() ? matcher.group("title") : column;
  }

  @Override
  public Map<String, List<String>> rows(List<ExportedSubmission> all) {
    return users.find(all);
  }

  @Override
  public Optional<String> maximum(int column) {
    Matcher maximum = MAXIMUM.matcher(sheet.header().get(column));
    return maximum.find() ? Optional.of(maximum.group("points")) : Optional.empty();
  }

  @Override
  public Set<String> ungraded() {
    return Set.of();
  }

  @Override
  public CsvFormat format(List<String> notices) {
    return sheet.format();
  }
}
