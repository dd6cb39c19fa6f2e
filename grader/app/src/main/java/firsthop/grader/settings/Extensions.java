package firsthop.grader.settings;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.CsvTable;
import firsthop.grader.common.NameKey;
import firsthop.grader.marks.DueDates;
import firsthop.grader.submission.Submission;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Reads later due dates of single students: a CSV file with the columns {@code submission}, {@code
 * lab} and {@code due}. The column {@code submission} has the id of the submission, the account on
 * the platform, or the person's name if only one person in the class has it. An empty lab means
 * every lab.
 */
public final class Extensions {
  private static final List<String> COLUMNS = List.of("submission", "lab", "due");

  private Extensions() {}

  /**
   * Reads the file.
   *
   * @param labs the ids of all labs
   * @param times reads the times in the zone of the course
   * @param submissions the submissions of the class
   * @param output gets a line with the names that match no submission, and one with the names that
   *     match more than one
   * @return the due dates by submission id, then by lab id
   * @throws BadInputException if the file cannot be read or is not valid; the message names the row
   *     and the column
   */
  public static Map<String, Map<String, Instant>> read(
      Path file,
      Collection<String> labs,
      Times times,
      List<Submission> submissions,
      Consumer<String> output)
      throws BadInputException {
    Map<String, Map<String, Instant>> byId = new HashMap<>();
    new ClassNames(submissions)
        .resolve(byName(file, labs, times), "extensions", output)
        .forEach((id, all) -> all.forEach(dates -> add(dates, byId, id)));
    return byId;
  }

  /** Adds due dates; if there are two for one lab, the later one counts. */
  private static void add(
      Map<String, Instant> dates, Map<String, Map<String, Instant>> byId, String id) {
    Map<String, Instant> own = byId.computeIfAbsent(id, first -> new HashMap<>());
    dates.forEach((lab, due) -> own.merge(lab, due, (a, b) -> a.isAfter(b) ? a : b));
  }

  private static Map<String, Map<String, Instant>> byName(
      Path file, Collection<String> labs, Times times) throws BadInputException {
    CsvTable table = CsvTable.read(file, row -> titles(row).containsAll(COLUMNS));
    List<String> titles = titles(table.header());
    if (!titles.containsAll(COLUMNS)) {
      throw new BadInputException(
          "%s: expected the columns submission,lab,due; its columns are: %s"
              .formatted(file, table.titles()));
    }
    int submission = titles.indexOf("submission");
    int lab = titles.indexOf("lab");
    int due = titles.indexOf("due");
    Map<String, Map<String, Instant>> extensions = new HashMap<>();
    for (CsvTable.Row row : table.rows()) {
      if (row.isEmpty()) {
        continue;
      }
      String name = row.cells().get(submission);
      if (name.isEmpty()) {
        throw table.error(row, submission, "expected a submission or a student, but it is empty");
      }
      String of = row.cells().get(lab);
      if (!of.isEmpty() && !labs.contains(of)) {
        throw table.error(
            row, lab, "there is no lab %s; there are %s".formatted(of, String.join(", ", labs)));
      }
      try {
        extensions
            .computeIfAbsent(name, first -> new HashMap<>())
            .put(of.isEmpty() ? DueDates.ANY_LAB : of, times.parse(row.cells().get(due)));
      } catch (IllegalArgumentException notATime) {
        throw table.error(row, due, notATime.getMessage());
      }
    }
    return extensions;
  }

  private static List<String> titles(List<String> row) {
    return row.stream().map(NameKey::ignoringCase).toList();
  }
}
