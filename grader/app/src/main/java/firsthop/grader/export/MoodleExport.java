package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameList;
import firsthop.grader.common.PlainText;
import firsthop.grader.common.SafeCsv;
import firsthop.grader.export.MoodleWorksheet.Participant;
import firsthop.grader.platforms.MoodleWord;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Moodle's offline grading worksheet of one assignment. The format is described on the page
 * "Assignment settings" of MoodleDocs ("Offline grading worksheet"); details come from Moodle's own
 * {@code mod/assign/feedback/offline/importgradeslib.php} and {@code locallib.php}.
 *
 * <p>Moodle needs the columns Identifier, Grade and Last modified (grade), with the titles of the
 * teacher's language. It ignores a grade above the assignment's maximum, an empty grade, and a
 * grade that was changed in Moodle after the time in Last modified (grade).
 *
 * @param like the worksheet that Moodle exported, to be filled in
 * @param overwrite whether to replace grades and comments that somebody entered in the worksheet
 */
public record MoodleExport(Optional<Sheet> like, boolean overwrite) implements Export {
  private static final List<MoodleWord> FRESH =
      List.of(
          MoodleWord.IDENTIFIER,
          MoodleWord.FULL_NAME,
          MoodleWord.GRADE,
          MoodleWord.MAXIMUM,
          MoodleWord.GRADE_MODIFIED,
          MoodleWord.COMMENTS);

  /** The number of decimals that Moodle stores and shows. */
  private static final int DECIMALS = 2;

  /** Returns whether a row is the header of a worksheet. */
  public static boolean isHeader(List<String> row) {
    return MoodleWorksheet.isHeader(row);
  }

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
    return like.isEmpty()
        ? new ExportResult(Map.of(file, table), notices)
        : ExportResult.like(like.get(), file, table, notices);
  }

  private static String fresh(Grades grades, List<String> notices) {
    List<List<String>> rows = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (ExportedSubmission graded : grades.all()) {
      Optional<String> participant = graded.account(MoodleWord.MOODLE);
      if (participant.isEmpty()) {
        unknown.add(graded.id());
      }
      rows.add(
          List.of(
              participant.map(number -> MoodleWord.PARTICIPANT.english() + " " + number).orElse(""),
              PlainText.line(graded.person()).replace('\\', '/'),
              grade(graded),
              decimals(graded.max()),
              "",
              graded.total().isPresent() ? Comments.html(graded, grades) : ""));
    }
    if (!unknown.isEmpty()) {
      notices.add(
          "Moodle ignores these, because they have no number that is certainly a participant's and"
              + " not a group's; use --like WORKSHEET.csv with a worksheet from Moodle: "
              + NameList.of(unknown));
    }
    return SafeCsv.write(FRESH.stream().map(MoodleWord::english).toList(), rows);
  }

  /** Fills in the worksheet. Rows without a new grade keep Moodle's values. */
  private String filled(Sheet sheet, Grades grades, List<String> notices) throws BadInputException {
    MoodleWorksheet worksheet = MoodleWorksheet.of(sheet);
    MoodleParticipants participants = new MoodleParticipants(worksheet.participants());
    Map<String, List<Participant>> rows = participants.find(grades.all());
    EnteredCells cells = new EnteredCells(overwrite);
    List<String> unknown = new ArrayList<>();
    Set<String> differ = new LinkedHashSet<>();
    for (ExportedSubmission graded : grades.all()) {
      List<Participant> own = rows.getOrDefault(graded.id(), List.of());
      if (own.isEmpty()) {
        unknown.add(graded.id());
      }
      for (Participant each : graded.total().isPresent() ? own : List.<Participant>of()) {
        fill(worksheet, each, graded, grades, cells);
        worksheet
            .maximum()
            .ifPresent(
                maximum -> {
                  String max = each.row().get(maximum);
                  if (!EnteredCells.equal(max, decimals(graded.max()))) {
                    differ.add(
                        "the maximum in Moodle is %s, but here it is %s"
                            .formatted(max, sheet.decimal(decimals(graded.max()))));
                  }
                });
      }
    }
    unknown.removeAll(participants.contradicted());
    if (!unknown.isEmpty()) {
      notices.add("not found in " + sheet.file() + ": " + NameList.of(unknown));
    }
    notices.addAll(participants.contradictions());
    cells.addNotice(sheet.file(), notices);
    notices.addAll(differ);
    if (worksheet.comments().isEmpty()) {
      notices.add(
          sheet.file()
              + " has no column Feedback comments, because the assignment does not use them");
    }
    return sheet.write(IntStream.range(0, sheet.header().size()).boxed().toList());
  }

  private static void fill(
      MoodleWorksheet worksheet,
      Participant participant,
      ExportedSubmission graded,
      Grades grades,
      EnteredCells cells) {
    boolean written =
        cells.write(
            participant.row(),
            worksheet.grade(),
            worksheet.sheet().decimal(grade(graded)),
            "the grade of " + participant.id());
    if (written && worksheet.comments().isPresent()) {
      cells.write(
          participant.row(),
          worksheet.comments().getAsInt(),
          Comments.html(graded, grades),
          "the comment to " + participant.id());
    }
  }

  private static String grade(ExportedSubmission graded) {
    return graded.total().map(MoodleExport::decimals).orElse("");
  }

  private static String decimals(BigDecimal number) {
    return number.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
  }
}
