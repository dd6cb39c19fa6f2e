package firsthop.grader.settings;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.marks.DueDates;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.MappingIterator;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;

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
    Map<String, Map<String, Instant>> extensions = new HashMap<>();
    CsvMapper csv =
        CsvMapper.builder()
            .enable(CsvReadFeature.TRIM_SPACES, CsvReadFeature.SKIP_EMPTY_LINES)
            .build();
    int row = 1;
    try (MappingIterator<Map<String, String>> rows =
        csv.readerFor(Map.class)
            .with(CsvSchema.emptySchema().withHeader())
            .readValues(Files.readString(file))) {
      while (rows.hasNext()) {
        Map<String, String> cells = rows.next();
        row++;
        if (!cells.keySet().containsAll(COLUMNS)) {
          throw new BadInputException(file + ": expected the columns submission,lab,due");
        }
        String lab = cells.get("lab").isEmpty() ? DueDates.ANY_LAB : cells.get("lab");
        if (!lab.equals(DueDates.ANY_LAB) && !labs.contains(lab)) {
          throw new BadInputException("%s, row %d: there is no lab %s".formatted(file, row, lab));
        }
        extensions
            .computeIfAbsent(cells.get("submission"), first -> new HashMap<>())
            .put(lab, times.parse(cells.get("due")));
      }
      return extensions;
    } catch (IOException unreadable) {
      throw new BadInputException(file + " cannot be read: " + IoReason.of(unreadable));
    } catch (JacksonException | IllegalArgumentException broken) {
      throw new BadInputException("%s, row %d: %s".formatted(file, row, broken.getMessage()));
    }
  }
}
