package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameList;
import firsthop.grader.common.PlainText;
import firsthop.grader.common.SafeCsv;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Moodle's offline grading worksheet of one assignment. The format is described on the page
 * "Assignment settings" of MoodleDocs ("Offline grading worksheet"); details come from Moodle's own
 * {@code mod/assign/feedback/offline/importgradeslib.php} and {@code locallib.php}.
 *
 * <p>Moodle needs the columns Identifier, Grade and Last modified (grade), in English if the
 * teacher's language is English. It ignores a grade above the assignment's maximum, an empty grade,
 * and a grade that was changed in Moodle after the time in Last modified (grade).
 *
 * @param like the worksheet that Moodle exported, to be filled in
 * @param overwrite whether to replace grades and comments that somebody entered in the worksheet
 */
public record MoodleExport(Optional<Sheet> like, boolean overwrite) implements Export {
  private static final String IDENTIFIER = "Identifier";
  private static final String GRADE = "Grade";
  private static final String MAXIMUM = "Maximum Grade";
  private static final String MODIFIED = "Last modified (grade)";
  private static final String COMMENTS = "Feedback comments";
  private static final String WORKSHEET = "grading worksheet exported by Moodle";

  /** The number of decimals that Moodle stores and shows. */
  private static final int DECIMALS = 2;

  @Override
  public ExportResult export(Grades grades) throws BadInputException {
    List<String> notices = new ArrayList<>();
    String file = grades.single() ? "moodle-" + grades.labs().get(0) + ".csv" : "moodle.csv";
    String table = like.isPresent() ? filled(like.get(), grades, notices) : fresh(grades, notices);
    List<String> above =
        grades.all().stream()
            .filter(each -> each.total().orElse(BigDecimal.ZERO).compareTo(each.max()) > 0)
            .map(ExportedSubmission::id)
            .toList();
    if (!above.isEmpty()) {
      notices.add(
          "Moodle ignores these marks, because they are above the maximum: " + NameList.of(above));
    }
    return new ExportResult(Map.of(file, table), notices);
  }

  private static String fresh(Grades grades, List<String> notices) {
    List<List<String>> rows = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (ExportedSubmission graded : grades.all()) {
      Optional<String> participant = graded.account(MoodleParticipants.MOODLE);
      if (participant.isEmpty()) {
        unknown.add(graded.id());
      }
      rows.add(
          List.of(
              participant.map(number -> MoodleParticipants.PARTICIPANT + number).orElse(""),
              PlainText.line(graded.person()).replace('\\', '/'),
              grade(graded),
              decimals(graded.max()),
              "",
              graded.total().isPresent() ? Comments.html(graded, grades.feedback()) : ""));
    }
    if (unknown.size() < rows.size()) {
      notices.add(
          "if the assignment is for teams, use --like WORKSHEET.csv with a worksheet from Moodle: the"
              + " numbers in its download are those of groups, not of participants");
    }
    if (!unknown.isEmpty()) {
      notices.add(
          "Moodle ignores these, because they have no participant number; use --like WORKSHEET.csv"
              + " with a worksheet from Moodle: "
              + NameList.of(unknown));
    }
    return SafeCsv.write(
        List.of(IDENTIFIER, MoodleParticipants.NAME, GRADE, MAXIMUM, MODIFIED, COMMENTS), rows);
  }

  /** Fills in the worksheet. Rows without a new grade keep Moodle's values. */
  private String filled(Sheet sheet, Grades grades, List<String> notices) throws BadInputException {
    int identifier = sheet.column(IDENTIFIER, WORKSHEET);
    int grade = sheet.column(GRADE, WORKSHEET);
    sheet.column(MODIFIED, WORKSHEET);
    OptionalInt comments = sheet.find(COMMENTS);
    OptionalInt maximum = sheet.find(MAXIMUM);
    MoodleParticipants participants = new MoodleParticipants(sheet, identifier);
    Map<String, List<List<String>>> rows = participants.find(grades.all());
    Set<List<String>> taken = Collections.newSetFromMap(new IdentityHashMap<>());
    rows.values().forEach(taken::addAll);
    names(sheet)
        .find(grades.all(), none -> Stream.of(), MoodleExport::name)
        .forEach(
            (id, row) -> {
              if (!taken.contains(row)) {
                rows.put(id, List.of(row));
              }
            });
    EnteredCells cells = new EnteredCells(overwrite);
    List<String> unknown = new ArrayList<>();
    Set<String> differ = new LinkedHashSet<>();
    for (ExportedSubmission graded : grades.all()) {
      List<List<String>> own = rows.getOrDefault(graded.id(), List.of());
      if (own.isEmpty()) {
        unknown.add(graded.id());
      }
      for (List<String> row : graded.total().isPresent() ? own : List.<List<String>>of()) {
        boolean written =
            cells.write(row, grade, grade(graded), "the grade of " + row.get(identifier));
        if (written && comments.isPresent()) {
          cells.write(
              row,
              comments.getAsInt(),
              Comments.html(graded, grades.feedback()),
              "the comment to " + row.get(identifier));
        }
        if (maximum.isPresent() && !row.get(maximum.getAsInt()).equals(decimals(graded.max()))) {
          differ.add(
              "the maximum in Moodle is %s, but here it is %s"
                  .formatted(row.get(maximum.getAsInt()), decimals(graded.max())));
        }
      }
    }
    if (!unknown.isEmpty()) {
      notices.add("not found in " + sheet.file() + ": " + NameList.of(unknown));
    }
    notices.addAll(participants.contradictions());
    cells.addNotice(sheet.file(), notices);
    notices.addAll(differ);
    if (comments.isEmpty()) {
      notices.add(
          sheet.file()
              + " has no column Feedback comments, because the assignment does not use them");
    }
    return sheet.write(IntStream.range(0, sheet.header().size()).boxed().toList());
  }

  /** Returns a matcher by name, for submissions that did not come from Moodle. */
  private static RowMatcher names(Sheet sheet) {
    RowMatcher rows = new RowMatcher();
    sheet
        .find(MoodleParticipants.NAME)
        .ifPresent(name -> sheet.rows().forEach(row -> rows.add("name " + row.get(name), row)));
    return rows;
  }

  private static Stream<String> name(ExportedSubmission graded) {
    return graded.result().arrival().from().equals(MoodleParticipants.MOODLE)
        ? Stream.of()
        : Stream.of("name " + graded.person());
  }

  private static String grade(ExportedSubmission graded) {
    return graded.total().map(MoodleExport::decimals).orElse("");
  }

  private static String decimals(BigDecimal number) {
    return number.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
