package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameList;
import firsthop.grader.common.PlainText;
import firsthop.grader.common.SafeCsv;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Canvas's gradebook as a CSV file. The format is described in the instructor guide "How do I
 * import grades in the Gradebook?"; details come from Canvas's own {@code
 * lib/gradebook_importer.rb} and {@code lib/gradebook_exporter.rb}.
 *
 * <p>Canvas finds a student by the user id, then by the SIS ids, then by the name. It finds an
 * assignment by the id in brackets at the end of its title, then by the title. An unknown title
 * becomes a new assignment.
 *
 * @param titles the assignment's title by lab id, if it is not the lab's id
 * @param like the gradebook that Canvas exported, to be filled in
 * @param overwrite whether to replace what somebody entered in that gradebook
 */
public record CanvasExport(Map<String, String> titles, Optional<Sheet> like, boolean overwrite)
    implements Export {
  /** Begins with the spaces that Canvas writes. */
  static final String POINTS_POSSIBLE = "    Points Possible";

  private static final List<String> STUDENT =
      List.of("Student", "ID", "SIS User ID", "SIS Login ID", "Section");

  /** Titles of Canvas's own columns, which an import ignores. */
  private static final Pattern CANVAS_OWN =
      Pattern.compile("(Current|Final) (Score|Points|Grade)|Override (Score|Grade|Status)");

  /** Canvas does not read a row as a student's if its first cell contains this. */
  private static final Pattern NOT_A_STUDENT = Pattern.compile("Points(?= Possible)");

  @Override
  public ExportResult export(Grades grades) throws BadInputException {
    for (String lab : titles.keySet()) {
      if (!grades.labs().contains(lab)) {
        throw new BadInputException(
            "--column: %s is not one of the exported labs: %s"
                .formatted(lab, String.join(", ", grades.labs())));
      }
    }
    for (String title : titles.values()) {
      if (title.isBlank() || isIgnored(title) || STUDENT.contains(title)) {
        throw new BadInputException(
            "--column: \"" + title + "\" is not a possible title of an assignment in Canvas");
      }
    }
    List<String> notices = new ArrayList<>();
    Map<String, String> files = new LinkedHashMap<>();
    files.put(
        "canvas.csv",
        like.isPresent()
            ? new FilledGradebook(like.get(), titles, overwrite).fill(grades, notices)
            : fresh(grades, notices));
    if (like.isPresent() && like.get().hasRowsAboveHeader()) {
      notices.add(Sheet.WITHOUT_ROWS_ABOVE.formatted("canvas.csv"));
    }
    List<List<String>> remarks = remarks(grades);
    if (!remarks.isEmpty()) {
      files.put("canvas-remarks.csv", SafeCsv.write(List.of("submission", "remark"), remarks));
      notices.add(
          "the marks include late deductions and overrides, which Canvas cannot explain; the"
              + " explanations are in canvas-remarks.csv, for you only");
    }
    return new ExportResult(files, notices);
  }

  /** Returns whether a row is the header of a gradebook. */
  public static boolean isHeader(List<String> row) {
    return FilledGradebook.isHeader(row);
  }

  /** Adds a notice about submissions of the student with whom a teacher tries a course. */
  static void addNoticeAboutTests(List<String> ids, List<String> notices) {
    if (!ids.isEmpty()) {
      notices.add("the test student of Canvas gets no mark: " + NameList.of(ids));
    }
  }

  /** Returns whether an import ignores a column with this title. */
  static boolean isIgnored(String title) {
    return CANVAS_OWN.matcher(title).find();
  }

  private String fresh(Grades grades, List<String> notices) {
    List<String> header = new ArrayList<>(STUDENT);
    List<String> possible = new ArrayList<>(List.of(POINTS_POSSIBLE, "", "", "", ""));
    for (String lab : grades.labs()) {
      header.add(titles.getOrDefault(lab, lab));
      possible.add(grades.max(lab).toPlainString());
    }
    List<List<String>> rows = new ArrayList<>(List.of(possible));
    List<String> unknown = new ArrayList<>();
    List<String> tests = new ArrayList<>();
    for (ExportedSubmission graded : grades.all()) {
      if (CanvasStudents.isTestStudent(graded.person())) {
        tests.add(graded.id());
        continue;
      }
      Optional<String> user = graded.account("Canvas");
      List<String> row = new ArrayList<>();
      row.add(NOT_A_STUDENT.matcher(PlainText.line(graded.person())).replaceAll("Points,"));
      row.add(user.orElse(""));
      row.add("");
      row.add(user.isPresent() ? "" : PlainText.line(graded.id()));
      row.add("");
      grades.labs().forEach(lab -> row.add(mark(graded, lab).orElse("")));
      rows.add(row);
      if (user.isEmpty()) {
        unknown.add(graded.id());
      }
    }
    addNoticeAboutTests(tests, notices);
    if (!unknown.isEmpty()) {
      notices.add(
          "these have no Canvas user id, so Canvas looks for a login with this name; use --like"
              + " GRADEBOOK.csv with a gradebook from Canvas: "
              + NameList.of(unknown));
    }
    return SafeCsv.write(header, rows);
  }

  static Optional<String> mark(ExportedSubmission graded, String lab) {
    return graded.mark(lab).map(mark -> mark.after().toPlainString());
  }

  private static List<List<String>> remarks(Grades grades) {
    List<List<String>> rows = new ArrayList<>();
    for (ExportedSubmission graded : grades.all()) {
      graded.remarks(grades.words()).forEach(remark -> rows.add(List.of(graded.id(), remark)));
    }
    return rows;
  }
}
