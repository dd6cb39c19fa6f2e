package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvFormat;
import firsthop.grader.common.NameKey;
import firsthop.grader.common.NameList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fills marks into a gradebook. It writes only the columns that say who a student is and those of
 * the labs, and submissions without a mark keep the values of the platform, so that an import
 * changes nothing else.
 *
 * @param titles the assignment's title by lab id, with or without what the platform adds
 * @param overwrite whether to replace what somebody entered on the platform, such as EX
 */
record FilledGradebook(PlatformGradebook gradebook, Map<String, String> titles, boolean overwrite) {

  String fill(Grades grades, List<String> notices) throws BadInputException {
    Sheet sheet = gradebook.sheet();
    Map<String, Integer> columns = new LinkedHashMap<>();
    for (String lab : grades.labs()) {
      int column = column(lab);
      columns.put(lab, column);
      if (gradebook instanceof CanvasGradebook && CanvasExport.isIgnored(heading(column))) {
        notices.add(
            "Canvas ignores the column \"%s\" in an import, because of its title; rename the assignment"
                .formatted(heading(column)));
      }
    }
    Map<String, List<String>> rows = gradebook.rows(grades.all());
    EnteredCells cells = new EnteredCells(overwrite, gradebook.ungraded());
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
    List<String> about = new ArrayList<>();
    unknown.removeAll(gradebook.withoutMark(grades.all(), about));
    if (!unknown.isEmpty()) {
      notices.add("not found in " + sheet.file() + ": " + NameList.of(unknown));
    }
    notices.addAll(about);
    cells.addNotice(sheet.file(), notices);
    columns.forEach((lab, column) -> addMaximum(lab, grades, column, notices));
    List<Integer> written = new ArrayList<>(gradebook.before());
    written.addAll(columns.values());
    written.addAll(gradebook.after());
    CsvFormat format = gradebook.format(notices);
    return sheet.write(format, written);
  }

  private int column(String lab) throws BadInputException {
    List<Integer> assignments = gradebook.assignments();
    if (assignments.isEmpty()) {
      throw new BadInputException(
          "%s has no assignment; %s calls the column of one, for example, %s; the columns are: %s"
              .formatted(
                  gradebook.sheet().file(),
                  gradebook.platform(),
                  gradebook.example(),
                  String.join(", ", gradebook.sheet().header())));
    }
    String given = titles.get(lab);
    List<Integer> found =
        assignments.stream()
            .filter(
                column ->
                    given == null
                        ? LabTitle.isOf(lab, gradebook.title(heading(column)))
                        : LabTitle.isSame(gradebook.title(heading(column)), given)
                            || NameKey.nfc(heading(column)).equals(NameKey.nfc(given)))
            .toList();
    if (found.size() != 1) {
      throw new BadInputException(
          found.isEmpty()
              ? "%s has no column for %s; use --column %s=TITLE with one of these titles: %s"
                  .formatted(gradebook.sheet().file(), lab, lab, headings(assignments))
              : "%s has more than one column for %s: %s; use --column %s=TITLE with one of them"
                  .formatted(gradebook.sheet().file(), lab, headings(found), lab));
    }
    return found.get(0);
  }

  private String heading(int column) {
    return gradebook.sheet().header().get(column);
  }

  private String headings(List<Integer> columns) {
    return String.join(", ", columns.stream().map(this::heading).toList());
  }

  private void addMaximum(String lab, Grades grades, int column, List<String> notices) {
    String own = grades.max(lab).toPlainString();
    gradebook
        .maximum(column)
        .filter(maximum -> !EnteredCells.equal(maximum, own))
        .ifPresent(
            maximum ->
                notices.add(
                    "the maximum of %s in %s is %s, but here it is %s"
                        .formatted(lab, gradebook.platform(), maximum, own)));
  }
}
