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
 * Reads who may hand in later: a CSV file with the columns {@code submission}, {@code lab} and
 * {@code due}. A submission is named by its id, the platform's account or, where only one has it,
 * the person's name; an empty lab means every lab.
 */
public final class Extensions {
  private static final List<String> COLUMNS = List.of("submission", "lab", "due");

  private Extensions() {}

  /**
   * Reads the file.
   *
   * @param labs the ids of those that there are
   * @param times of the course
   * @param submissions the class
   * @param says gets a line on names that nobody in it has, and one on those that several have
   * @return by submission id, then by lab id
   */
  public static Map<String, Map<String, Instant>> read(
      Path file,
      Collection<String> labs,
      Times times,
      List<Submission> submissions,
      Consumer<String> says)
      throws BadInputException {
    Map<String, Map<String, Instant>> byId = new HashMap<>();
    new ClassNames(submissions)
        .resolve(byName(file, labs, times), "extensions", says)
        .forEach((id, all) -> all.forEach(some -> add(some, byId, id)));
    return byId;
  }

  /** Of two for one lab the later one counts. */
  private static void add(
      Map<String, Instant> some, Map<String, Map<String, Instant>> byId, String id) {
    Map<String, Instant> own = byId.computeIfAbsent(id, first -> new HashMap<>());
    some.forEach((lab, due) -> own.merge(lab, due, (a, b) -> a.isAfter(b) ? a : b));
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
