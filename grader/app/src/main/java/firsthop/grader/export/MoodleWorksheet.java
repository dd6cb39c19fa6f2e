package firsthop.grader.export;

import firsthop.grader.common.BadInputException;
import firsthop.grader.platforms.MoodleWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * An offline grading worksheet that Moodle exported. The titles of its columns are in the language
 * of the teacher. Moodle finds the columns by the same words when it imports the worksheet.
 *
 * @param identifier the column with the participants
 * @param grade the column with the grades
 * @param comments the column with the comments; empty if the assignment does not use them
 * @param maximum the column with the maximum; empty if there is none
 * @param participants the participants in the order of their rows
 */
record MoodleWorksheet(
    Sheet sheet,
    int identifier,
    int grade,
    OptionalInt comments,
    OptionalInt maximum,
    List<Participant> participants) {
  private static final String KIND = "grading worksheet exported by Moodle";
  private static final String LANGUAGES =
      "; if it is in another language than English, Korean, German, Japanese, Chinese, French or"
          + " Spanish, download it in English";

  /**
   * A row of the worksheet.
   *
   * @param id the cell with the number, such as {@code Participant 77}
   * @param number the participant's number
   * @param name the full name; empty if marking is blind
   * @param group the name of the group; empty if there is none
   * @param status the status of the submission; empty if the worksheet does not say it
   */
  record Participant(
      List<String> row, String id, String number, String name, String group, String status) {}

  /** Returns whether a row is the header of a worksheet. */
  static boolean isHeader(List<String> row) {
    return row.stream().anyMatch(MoodleWord.IDENTIFIER::is)
        && row.stream().anyMatch(MoodleWord.GRADE_MODIFIED::is);
  }

  /**
   * Returns a table as a worksheet.
   *
   * @throws BadInputException if a column is missing or a participant cannot be read; the message
   *     names the row and the column
   */
  static MoodleWorksheet of(Sheet sheet) throws BadInputException {
    int identifier = column(sheet, MoodleWord.IDENTIFIER);
    int grade = column(sheet, MoodleWord.GRADE);
    column(sheet, MoodleWord.GRADE_MODIFIED);
    return new MoodleWorksheet(
        sheet,
        identifier,
        grade,
        sheet.find(MoodleWord.COMMENTS::is),
        sheet.find(MoodleWord.MAXIMUM::is),
        participants(sheet, identifier));
  }

  private static int column(Sheet sheet, MoodleWord title) throws BadInputException {
    try {
      return sheet.column(title::is, title.english(), KIND);
    } catch (BadInputException missing) {
      throw new BadInputException(missing.getMessage() + LANGUAGES);
    }
  }

  private static List<Participant> participants(Sheet sheet, int identifier)
      throws BadInputException {
    OptionalInt name = sheet.find(MoodleWord.FULL_NAME::is);
    OptionalInt group = sheet.find(MoodleWord.GROUP::is);
    OptionalInt status = sheet.find(MoodleWord.STATUS::is);
    List<Participant> participants = new ArrayList<>();
    Map<String, Integer> rowOf = new HashMap<>();
    for (int i = 0; i < sheet.rows().size(); i++) {
      List<String> row = sheet.rows().get(i);
      String id = row.get(identifier).strip();
      if (row.stream().allMatch(String::isBlank)) {
        continue;
      }
      String number = MoodleWord.participantNumber(id).orElse("");
      if (number.isEmpty()) {
        throw sheet.error(
            i, identifier, "expected a participant such as \"Participant 77\", not \"" + id + "\"");
      }
      Integer before = rowOf.putIfAbsent(number, i);
      if (before != null) {
        throw sheet.error(i, identifier, id + " is also in row " + sheet.number(before));
      }
      participants.add(
          new Participant(row, id, number, cell(row, name), cell(row, group), cell(row, status)));
    }
    return participants;
  }

  private static String cell(List<String> row, OptionalInt column) {
    return column.isPresent() ? row.get(column.getAsInt()).strip() : "";
  }
}
