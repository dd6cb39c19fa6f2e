package firsthop.grader.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Finds the rows of a Moodle worksheet to which a submission belongs. The number in a folder's name
 * is a participant's, or a group's if the assignment is for teams; the name of the folder does not
 * say which. So the worksheet must agree: the number and the name belong to one participant, or the
 * name is a group's. Moodle's {@code mod/assign/classes/downloader.php} makes the names.
 */
final class MoodleParticipants {
  static final String PARTICIPANT = "Participant ";
  static final String NAME = "Full name";
  static final String MOODLE = "Moodle";
  private static final String NO_SUBMISSION = "No submission";

  /** Moodle's names for those who are in no group, in English and Korean. */
  private static final Set<String> DEFAULT_GROUPS = Set.of(key("Default group"), key("기본 모둠"));

  private final Map<String, Participant> byIdentifier = new HashMap<>();
  private final List<Participant> all = new ArrayList<>();
  private final List<String> contradictions = new ArrayList<>();

  private record Participant(
      List<String> row, String id, String name, String group, String status) {}

  MoodleParticipants(Sheet sheet, int identifier) {
    OptionalInt name = sheet.find(NAME);
    OptionalInt group = sheet.find("Group");
    OptionalInt status = sheet.find("Status");
    for (List<String> row : sheet.rows()) {
      Participant participant =
          new Participant(
              row, row.get(identifier), cell(row, name), cell(row, group), cell(row, status));
      all.add(participant);
      byIdentifier.put(participant.id(), participant);
    }
  }

  /**
   * Returns the rows of each submission that Moodle knows, by submission id. A row that two
   * submissions would fill belongs to none.
   */
  Map<String, List<List<String>>> find(List<ExportedSubmission> submissions) {
    Map<String, List<Participant>> found = new LinkedHashMap<>();
    for (ExportedSubmission each : submissions) {
      if (each.result().arrival().from().equals(MOODLE)) {
        List<Participant> own = find(each);
        if (!own.isEmpty()) {
          found.put(each.id(), own);
        }
      }
    }
    Map<String, String> owner = new HashMap<>();
    Set<String> shared = new HashSet<>();
    found.forEach(
        (id, own) ->
            own.forEach(
                participant -> {
                  String other = owner.putIfAbsent(participant.id(), id);
                  if (other != null) {
                    shared.add(participant.id());
                    contradictions.add(
                        participant.id() + " belongs to two submissions: " + other + ", " + id);
                  }
                }));
    Map<String, List<List<String>>> rows = new LinkedHashMap<>();
    found.forEach(
        (id, own) ->
            rows.put(
                id,
                own.stream()
                    .filter(participant -> !shared.contains(participant.id()))
                    .map(Participant::row)
                    .toList()));
    return rows;
  }

  /** Returns one line for each submission or participant without a mark, with the reason. */
  List<String> contradictions() {
    return contradictions;
  }

  private List<Participant> find(ExportedSubmission graded) {
    Optional<Participant> numbered =
        graded.account(MOODLE).map(number -> byIdentifier.get(PARTICIPANT + number));
    String person = key(graded.person());
    if (numbered.isPresent() && isNamed(numbered.get(), person)) {
      return handedIn(graded, List.of(numbered.get()));
    }
    List<Participant> team = team(person);
    if (team.isEmpty() && numbered.isPresent()) {
      contradictions.add(
          "%s: %s is called %s in the worksheet, and no group is called %s"
              .formatted(graded.id(), numbered.get().id(), numbered.get().name(), graded.person()));
    }
    return handedIn(graded, team);
  }

  /** Blind marking has no names, and a worksheet may have none. */
  private static boolean isNamed(Participant participant, String person) {
    return person.isEmpty()
        || participant.name().isEmpty()
        || key(participant.name()).equals(person);
  }

  private List<Participant> team(String person) {
    return all.stream()
        .filter(
            participant ->
                participant.group().isBlank()
                    ? DEFAULT_GROUPS.contains(person)
                    : key(participant.group()).equals(person))
        .toList();
  }

  private List<Participant> handedIn(ExportedSubmission graded, List<Participant> participants) {
    List<Participant> handedIn = new ArrayList<>();
    for (Participant each : participants) {
      if (each.status().strip().equals(NO_SUBMISSION)) {
        contradictions.add(
            "%s: %s has the status \"%s\" in the worksheet"
                .formatted(graded.id(), each.id(), NO_SUBMISSION));
      } else {
        handedIn.add(each);
      }
    }
    return handedIn;
  }

  private static String cell(List<String> row, OptionalInt column) {
    return column.isPresent() ? row.get(column.getAsInt()) : "";
  }

  /** Moodle removes some characters from the names of files, so only letters and digits count. */
  private static String key(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{M}\\p{N}]", "");
  }
}
