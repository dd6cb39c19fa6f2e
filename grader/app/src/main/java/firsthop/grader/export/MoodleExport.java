package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameList;
import firsthop.grader.common.PlainText;
import firsthop.grader.common.SafeCsv;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
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
 */
public record MoodleExport(Optional<Sheet> like) implements Export {
  private static final String IDENTIFIER = "Identifier";
  private static final String NAME = "Full name";
  private static final String GRADE = "Grade";
  private static final String MAXIMUM = "Maximum Grade";
  private static final String MODIFIED = "Last modified (grade)";
  private static final String COMMENTS = "Feedback comments";
  private static final String WORKSHEET = "grading worksheet exported by Moodle";
  private static final String PARTICIPANT = "Participant ";

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
      Optional<String> participant = graded.account("Moodle");
      if (participant.isEmpty()) {
        unknown.add(graded.id());
      }
      rows.add(
          List.of(
              participant.map(number -> PARTICIPANT + number).orElse(""),
              PlainText.line(graded.person()).replace('\\', '/'),
              grade(graded),
              decimals(graded.max()),
              "",
              graded.total().isPresent() ? Comments.html(graded, grades.feedback()) : ""));
    }
    if (!unknown.isEmpty()) {
      notices.add(
          "Moodle ignores these, because they have no participant number; use --like WORKSHEET.csv"
              + " with a worksheet from Moodle: "
              + NameList.of(unknown));
    }
    return SafeCsv.write(List.of(IDENTIFIER, NAME, GRADE, MAXIMUM, MODIFIED, COMMENTS), rows);
  }

  /** Fills in the worksheet. Rows without a new grade keep Moodle's values. */
  private static String filled(Sheet sheet, Grades grades, List<String> notices)
      throws BadInputException {
    int identifier = sheet.column(IDENTIFIER, WORKSHEET);
    int grade = sheet.column(GRADE, WORKSHEET);
    sheet.column(MODIFIED, WORKSHEET);
    OptionalInt comments = sheet.find(COMMENTS);
    OptionalInt maximum = sheet.find(MAXIMUM);
    Map<String, List<String>> rows =
        participants(sheet, identifier)
            .find(grades.all(), MoodleExport::number, MoodleExport::name);
    List<String> unknown = new ArrayList<>();
    Set<String> differ = new LinkedHashSet<>();
    for (ExportedSubmission graded : grades.all()) {
      List<String> row = rows.get(graded.id());
      if (row == null) {
        unknown.add(graded.id());
      } else if (graded.total().isPresent()) {
        row.set(grade, grade(graded));
        if (comments.isPresent()) {
          row.set(comments.getAsInt(), Comments.html(graded, grades.feedback()));
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
    notices.addAll(differ);
    if (comments.isEmpty()) {
      notices.add(
          sheet.file()
              + " has no column Feedback comments, because the assignment does not use them");
    }
    return sheet.write(IntStream.range(0, sheet.header().size()).boxed().toList());
  }

  private static RowMatcher participants(Sheet sheet, int identifier) {
    RowMatcher rows = new RowMatcher();
    OptionalInt name = sheet.find(NAME);
    for (List<String> row : sheet.rows()) {
      rows.add("identifier " + row.get(identifier), row);
      name.ifPresent(index -> rows.add("name " + row.get(index), row));
    }
    return rows;
  }

  private static Stream<String> number(ExportedSubmission graded) {
    return graded.account("Moodle").stream().map(number -> "identifier " + PARTICIPANT + number);
  }

  private static Stream<String> name(ExportedSubmission graded) {
    return graded.account("Moodle").isPresent()
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
