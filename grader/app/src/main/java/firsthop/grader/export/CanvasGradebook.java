package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvFormat;
import firsthop.grader.common.NameKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A gradebook from Canvas. Canvas reads UTF-8 with commas or semicolons, and the header must be its
 * first row.
 *
 * @param section the last column that says who a student is
 */
record CanvasGradebook(Sheet sheet, int section, CanvasStudents students)
    implements PlatformGradebook {
  private static final String USER = "ID";
  private static final String SECTION = "Section";
  private static final String KIND = "gradebook exported by Canvas";

  /** Returns whether a row is the header of a gradebook. */
  static boolean isHeader(List<String> row) {
    List<String> titles = row.stream().map(NameKey::nfc).toList();
    return titles.contains(USER) && titles.contains(SECTION);
  }

  /**
   * Finds the columns and the students.
   *
   * @throws BadInputException if it is not a gradebook from Canvas
   */
  static CanvasGradebook of(Sheet sheet) throws BadInputException {
    int section = sheet.column(SECTION, KIND);
    return new CanvasGradebook(sheet, section, new CanvasStudents(sheet, sheet.column(USER, KIND)));
  }

  @Override
  public String platform() {
    return "Canvas";
  }

  @Override
  public List<Integer> before() {
    return IntStream.rangeClosed(0, section).boxed().toList();
  }

  @Override
  public List<Integer> assignments() {
    return IntStream.range(section + 1, sheet.header().size()).boxed().toList();
  }

  @Override
  public String example() {
    return "Lab 1 (123)";
  }

  @Override
  public List<Integer> after() {
    return List.of();
  }

  @Override
  public String title(String column) {
    return column;
  }

  @Override
  public Map<String, List<String>> rows(List<ExportedSubmission> all) {
    return students.find(all);
  }

  @Override
  public Optional<String> maximum(int column) {
    return sheet.rows().stream()
        .filter(row -> row.get(0).strip().equals(CanvasExport.POINTS_POSSIBLE.strip()))
        .map(row -> row.get(column))
        .findFirst();
  }

  @Override
  public Set<String> ungraded() {
    return Set.of();
  }

  @Override
  public List<String> withoutMark(List<ExportedSubmission> all, List<String> notices) {
    List<String> tests = students.ofTestStudents(all);
    CanvasExport.addNoticeAboutTests(tests, notices);
    return tests;
  }

  @Override
  public CsvFormat format(List<String> notices) {
    CsvFormat own = sheet.format();
    CsvFormat read = own.separator() == ';' ? own.inUtf8() : own.inUtf8().separatedBy(',');
    if (!read.equals(own)) {
      notices.add(
          "canvas.csv is in UTF-8 with %s, unlike %s, because Canvas does not read it otherwise"
              .formatted(read.separator() == ';' ? "semicolons" : "commas", sheet.file()));
    }
    return read;
  }
}
