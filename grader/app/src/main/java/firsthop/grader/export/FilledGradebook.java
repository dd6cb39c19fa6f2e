package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvFormat;
import firsthop.grader.common.NameKey;
import firsthop.grader.common.NameList;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Fills marks into a gradebook from Canvas. It writes only the students' columns and those of the
 * labs, and submissions without a mark keep Canvas's values, so that an import changes nothing
 * else. Canvas reads UTF-8 with commas or semicolons, and the header must be its first row.
 *
 * @param titles the assignment's title by lab id, with or without the id that Canvas adds
 * @param overwrite whether to replace what somebody entered in Canvas, such as EX
 */
record FilledGradebook(Sheet sheet, Map<String, String> titles, boolean overwrite) {
  private static final String USER = "ID";
  private static final String SECTION = "Section";

  /** Returns whether a row is the header of a gradebook. */
  static boolean isHeader(List<String> row) {
    List<String> titles = row.stream().map(NameKey::nfc).toList();
    return titles.contains(USER) && titles.contains(SECTION);
  }

  String fill(Grades grades, List<String> notices) throws BadInputException {
    String kind = "gradebook exported by Canvas";
    int section = sheet.column(SECTION, kind);
    int user = sheet.column(USER, kind);
    Map<String, Integer> columns = new HashMap<>();
    List<Integer> written = new ArrayList<>(IntStream.rangeClosed(0, section).boxed().toList());
    for (String lab : grades.labs()) {
      int column = column(lab, section);
      columns.put(lab, column);
      String title = sheet.header().get(column);
      if (CanvasExport.isIgnored(title)) {
        notices.add(
            "Canvas ignores the column \"%s\" in an import, because of its title; rename the assignment"
                .formatted(title));
      }
      written.add(column);
    }
    CanvasStudents students = new CanvasStudents(sheet, user);
    Map<String, List<String>> rows = students.find(grades.all());
    List<String> tests = students.ofTestStudents(grades.all());
    EnteredCells cells = new EnteredCells(overwrite);
    List<String> unknown = new ArrayList<>();
    for (ExportedSubmission graded : grades.all()) {
      List<String> row = rows.get(graded.id());
      if (row == null) {
        unknown.add(graded.id());
        continue;
      }
      columns.forEach(
          (lab, column) ->
              CanvasExport.mark(graded, lab)
                  .map(sheet::decimal)
                  .ifPresent(mark -> cells.write(row, column, mark, lab + " of " + graded.id())));
    }
    unknown.removeAll(tests);
    if (!unknown.isEmpty()) {
      notices.add("not found in " + sheet.file() + ": " + NameList.of(unknown));
    }
    CanvasExport.addNoticeAboutTests(tests, notices);
    cells.addNotice(sheet.file(), notices);
    possible(grades, columns, notices);
    return sheet.write(format(notices), written);
  }

  /** Returns the format of the gradebook, or the one that is most similar and that Canvas reads. */
  private CsvFormat format(List<String> notices) {
    CsvFormat own = sheet.format();
    CsvFormat read = own.separator() == ';' ? own.inUtf8() : own.inUtf8().separatedBy(',');
    if (!read.equals(own)) {
      notices.add(
          "canvas.csv is in UTF-8 with %s, unlike %s, because Canvas does not read it otherwise"
              .formatted(read.separator() == ';' ? "semicolons" : "commas", sheet.file()));
    }
    return read;
  }

  private int column(String lab, int section) throws BadInputException {
    List<Integer> assignments =
        IntStream.range(section + 1, sheet.header().size()).boxed().toList();
    String given = titles.get(lab);
    List<Integer> found =
        assignments.stream()
            .filter(
                column ->
                    given == null
                        ? LabTitle.isOf(lab, title(column))
                        : LabTitle.isSame(title(column), given))
            .toList();
    if (found.size() != 1) {
      throw new BadInputException(
          found.isEmpty()
              ? "%s has no column for %s; use --column %s=TITLE with one of these titles: %s"
                  .formatted(sheet.file(), lab, lab, titles(assignments))
              : "%s has more than one column for %s: %s; use --column %s=TITLE with one of them"
                  .formatted(sheet.file(), lab, titles(found), lab));
    }
    return found.get(0);
  }

  private String title(int column) {
    return sheet.header().get(column);
  }

  private String titles(List<Integer> columns) {
    return String.join(", ", columns.stream().map(this::title).toList());
  }

  private void possible(Grades grades, Map<String, Integer> columns, List<String> notices) {
    for (List<String> row : sheet.rows()) {
      if (row.get(0).strip().equals(CanvasExport.POINTS_POSSIBLE.strip())) {
        for (String lab : grades.labs()) {
          String canvas = row.get(columns.get(lab));
          if (!EnteredCells.equal(canvas, grades.max(lab).toPlainString())) {
            notices.add(
                "the maximum of %s in Canvas is %s, but here it is %s"
                    .formatted(lab, canvas, grades.max(lab).toPlainString()));
          }
        }
      }
    }
  }
}
