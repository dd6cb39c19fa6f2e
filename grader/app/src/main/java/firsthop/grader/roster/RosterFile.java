package firsthop.grader.roster;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvTable;
import firsthop.grader.common.NameKey;
import firsthop.grader.platforms.MoodleWord;
import firsthop.grader.roster.RosterColumns.Meaning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads a roster: a CSV file with titles of columns. The column {@code id} has the number of a
 * person on the platform, or the name of a submission. The columns {@code person} and {@code group}
 * may be missing. Files that Canvas, Moodle, Gradescope and GitHub Classroom export can be read
 * without changes. People whose role is the one of a teacher or an assistant are left out.
 */
public final class RosterFile {
  /** Names of rows in Canvas's gradebook that are not people. */
  private static final Pattern NOT_A_PERSON =
      Pattern.compile("points possible|student, test|test student", Pattern.CASE_INSENSITIVE);

  private final CsvTable table;
  private final RosterColumns columns;
  private final List<Roster.Person> people = new ArrayList<>();
  private final List<String> staff = new ArrayList<>();
  private final Map<String, Integer> rowOf = new HashMap<>();
  private boolean participants = true;

  private RosterFile(CsvTable table) {
    this.table = table;
    columns = new RosterColumns(table.header());
  }

  /**
   * Reads a roster.
   *
   * @throws BadInputException if the file is not a roster; the message is one line that names the
   *     row and the column
   */
  public static Roster read(Path file) throws BadInputException {
    return new RosterFile(CsvTable.read(file, RosterColumns::isHeader)).read();
  }

  private Roster read() throws BadInputException {
    if (!RosterColumns.isHeader(table.header())) {
      throw new BadInputException(
          "%s, row %d: expected columns such as id,person,group; a column such as id is required; its columns are: %s"
              .formatted(table.name(), table.above() + 1, table.titles()));
    }
    for (CsvTable.Row row : table.rows()) {
      add(row);
    }
    if (people.isEmpty()) {
      throw new BadInputException(
          table.name()
              + " has no people; expected a first row such as id,person,group, and one row per person"
              + " below it");
    }
    return new Roster(people, staff, participants);
  }

  private void add(CsvTable.Row row) throws BadInputException {
    String account = columns.cell(Meaning.ACCOUNT, row);
    Optional<String> participant = MoodleWord.participantNumber(account);
    account = participant.orElse(account);
    String first = columns.cell(Meaning.FIRST_NAME, row);
    String last = columns.cell(Meaning.LAST_NAME, row);
    String name = columns.cell(Meaning.NAME, row);
    if (last.isEmpty() && !NameKey.letters(name).contains(NameKey.letters(first))) {
      // Beside a given name, "Name" and "Nom" mean the family name.
      last = name;
      name = "";
    }
    name = name.isEmpty() ? fullName(first, last) : name;
    Set<String> keys = new LinkedHashSet<>(columns.cells(Meaning.SUBMISSION, row));
    keys.addAll(columns.cells(Meaning.KEY, row));
    String id = account.isEmpty() ? keys.stream().findFirst().orElse("") : account;
    id = columns.has(Meaning.SUBMISSION) ? columns.cell(Meaning.SUBMISSION, row) : id;
    if (NOT_A_PERSON.matcher(name).matches() || id.isEmpty() && name.isEmpty()) {
      return;
    }
    String role = columns.cell(Meaning.ROLE, row);
    if (RosterColumns.isStaff(role)) {
      staff.add("%s (%s)".formatted(name.isEmpty() ? id : name, role));
      return;
    }
    check(row, id);
    // The last name may come first, and in Moodle the order is a setting.
    keys.addAll(List.of(id, account, name, first + " " + last, last + " " + first));
    keys.removeIf(String::isBlank);
    participants &= participant.isPresent();
    people.add(
        new Roster.Person(id, account, name, columns.cell(Meaning.GROUP, row), Set.copyOf(keys)));
  }

  private static String fullName(String first, String last) {
    return RosterColumns.isWrittenWithoutSpaces(last + first)
        ? last + first
        : (first + " " + last).strip();
  }

  private void check(CsvTable.Row row, String id) throws BadInputException {
    if (id.isEmpty()) {
      throw error(row, "the id is missing");
    }
    if (id.matches("(?s).*[/\\\\\\x00].*|\\.{1,2}")) {
      throw error(row, "the id " + id + " cannot be used as the name of a folder of results");
    }
    Integer before = rowOf.putIfAbsent(NameKey.ignoringCase(id), row.number());
    if (before != null) {
      throw error(row, "the id " + id + " is also in row " + before);
    }
  }

  /** Returns an exception about the cell with the id. */
  private BadInputException error(CsvTable.Row row, String problem) {
    int column =
        columns
            .first(Meaning.SUBMISSION)
            .orElse(columns.first(Meaning.ACCOUNT).orElse(columns.first(Meaning.KEY).orElse(0)));
    return table.error(row, column, problem);
  }
}
