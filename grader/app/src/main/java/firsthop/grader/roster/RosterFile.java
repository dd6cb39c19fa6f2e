package firsthop.grader.roster;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

/**
 * Reads a roster: a CSV file whose first row names the columns. The column {@code id} has the
 * number of a person on the platform, or the name of a submission. The columns {@code person} and
 * {@code group} may be missing. Files that Canvas, Moodle, Gradescope and GitHub Classroom export
 * can be read without changes.
 */
public final class RosterFile {
  private static final int MAX_BYTES = 16 << 20;

  private static final Set<String> ACCOUNT =
      Set.of("id", "account", "canvasuserid", "identifier", "participant");
  private static final Set<String> KEY =
      Set.of(
          "submission",
          "userid",
          "sisuserid",
          "sisloginid",
          "loginid",
          "login",
          "username",
          "user",
          "sid",
          "studentid",
          "idnumber",
          "email",
          "emailaddress",
          "githubusername",
          "학번",
          "이메일");
  private static final Set<String> NAME =
      Set.of("person", "name", "student", "fullname", "이름", "성명");
  private static final Set<String> FIRST_NAME = Set.of("firstname", "givenname");
  private static final Set<String> LAST_NAME = Set.of("lastname", "surname", "familyname");
  private static final Set<String> GROUP =
      Set.of("group", "groupname", "groups", "team", "teamname", "조", "팀");

  /** Names of rows in Canvas's gradebook that are not people. */
  private static final Pattern NOT_A_PERSON =
      Pattern.compile("points possible|student, test", Pattern.CASE_INSENSITIVE);

  /** An account as Moodle writes it. */
  private static final Pattern PARTICIPANT = Pattern.compile("Participant (\\d+)");

  private final Path file;
  private final List<Roster.Person> people = new ArrayList<>();
  private final Map<String, Integer> rowOf = new HashMap<>();

  private RosterFile(Path file) {
    this.file = file;
  }

  /**
   * Reads a roster.
   *
   * @throws BadInputException if the file is not a roster; the message is one line that names the
   *     row
   */
  public static Roster read(Path file) throws BadInputException {
    return new RosterFile(file).read();
  }

  private Roster read() throws BadInputException {
    String text = text();
    CsvMapper csv =
        CsvMapper.builder()
            .enable(CsvReadFeature.TRIM_SPACES, CsvReadFeature.SKIP_EMPTY_LINES)
            .enable(CsvReadFeature.WRAP_AS_ARRAY)
            .build();
    CsvSchema schema = CsvSchema.emptySchema().withColumnSeparator(separator(text));
    int row = 0;
    try (MappingIterator<String[]> rows =
        csv.readerFor(String[].class).with(schema).readValues(text)) {
      List<String> columns = List.of();
      while (rows.hasNext()) {
        row++;
        String[] cells = rows.next();
        if (row == 1) {
          columns = Stream.of(cells).map(RosterFile::column).toList();
          check(columns);
        } else {
          add(row, columns, cells);
        }
      }
    } catch (JacksonException broken) {
      throw new BadInputException(
          "%s, near row %d: %s".formatted(file, row, broken.getOriginalMessage()));
    }
    if (people.isEmpty()) {
      throw new BadInputException(
          file
              + " has no people; expected a first row such as id,person,group, and one row per person"
              + " below it");
    }
    return new Roster(people);
  }

  private void check(List<String> columns) throws BadInputException {
    if (columns.stream().noneMatch(each -> ACCOUNT.contains(each) || KEY.contains(each))) {
      throw new BadInputException(
          file
              + ", row 1: expected columns such as id,person,group; a column such as id is required");
    }
  }

  private void add(int row, List<String> columns, String[] cells) throws BadInputException {
    String account = first(columns, cells, ACCOUNT);
    Matcher participant = PARTICIPANT.matcher(account);
    account = participant.matches() ? participant.group(1) : account;
    String first = first(columns, cells, FIRST_NAME);
    String last = first(columns, cells, LAST_NAME);
    String name = first(columns, cells, NAME);
    if (NOT_A_PERSON.matcher(name).matches()) {
      return;
    }
    Set<String> keys = new LinkedHashSet<>();
    for (int i = 0; i < Math.min(columns.size(), cells.length); i++) {
      if (KEY.contains(columns.get(i)) && !cells[i].isBlank()) {
        keys.add(cells[i]);
      }
    }
    String id = account.isEmpty() ? keys.stream().findFirst().orElse("") : account;
    id = columns.contains("submission") ? first(columns, cells, Set.of("submission")) : id;
    name = name.isEmpty() ? (first + " " + last).strip() : name;
    if (id.isEmpty() && name.isEmpty()) {
      return;
    }
    check(row, id);
    // The last name may come first, and in Moodle the order is a setting.
    keys.addAll(List.of(id, account, name, first + " " + last, last + " " + first));
    keys.removeIf(String::isBlank);
    people.add(
        new Roster.Person(id, account, name, first(columns, cells, GROUP), Set.copyOf(keys)));
  }

  private void check(int row, String id) throws BadInputException {
    String at = "%s, row %d: ".formatted(file, row);
    if (id.isEmpty()) {
      throw new BadInputException(at + "the id is missing");
    }
    if (id.matches("(?s).*[/\\\\\\x00].*|\\.{1,2}")) {
      throw new BadInputException(
          at + "the id " + id + " cannot be used as the name of a folder of results");
    }
    Integer before = rowOf.putIfAbsent(id.toLowerCase(Locale.ROOT), row);
    if (before != null) {
      throw new BadInputException(at + "the id " + id + " is also in row " + before);
    }
  }

  private static String first(List<String> columns, String[] cells, Set<String> names) {
    for (int i = 0; i < Math.min(columns.size(), cells.length); i++) {
      if (names.contains(columns.get(i)) && !cells[i].isBlank()) {
        return cells[i].strip();
      }
    }
    return "";
  }

  private static String column(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** In countries with a decimal comma, spreadsheets separate columns by semicolons. */
  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.contains(",") ? ',' : header.contains(";") ? ';' : '\t';
  }

  private String text() throws BadInputException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new BadInputException(file + " is larger than " + MAX_BYTES + " bytes");
      }
      return SourceText.of(bytes).text();
    } catch (IOException unreadable) {
      throw new BadInputException(file + " cannot be read: " + IoReason.of(unreadable));
    }
  }
}
