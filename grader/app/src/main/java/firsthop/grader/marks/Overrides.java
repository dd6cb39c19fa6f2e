package firsthop.grader.marks;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * The overrides of a folder of results, in its file {@code overrides.json}. No grading run writes
 * this file, so overrides survive every regrade.
 *
 * @param all the overrides in the order in which they were given; at most one per submission and
 *     exercise
 */
public record Overrides(List<PointsOverride> all) {
  /** No overrides. */
  public static final Overrides NONE = new Overrides(List.of());

  private static final String FILE = "overrides.json";
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .build();

  /**
   * Reads the overrides of a folder; the file may be missing.
   *
   * @throws BadInputException when the file cannot be read, or contains an invalid override
   */
  public static Overrides read(Path folder) throws BadInputException {
    Path file = folder.resolve(FILE);
    try {
      List<PointsOverride> all =
          JSON.readValue(Files.readString(file), new TypeReference<List<PointsOverride>>() {});
      Overrides overrides = NONE;
      for (PointsOverride each : all) {
        each.check();
        if (overrides.find(each.submission(), each.exercise()).isPresent()) {
          throw new BadInputException(
              "there are two overrides for " + each.submission() + " " + each.exercise());
        }
        overrides = overrides.with(each);
      }
      return overrides;
    } catch (NoSuchFileException none) {
      return NONE;
    } catch (IOException unreadable) {
      throw new BadInputException(file + " cannot be read: " + IoReason.of(unreadable));
    } catch (JacksonException damaged) {
      throw damaged(file, damaged.getOriginalMessage());
    } catch (NullPointerException noOverride) {
      throw damaged(file, "it contains null");
    } catch (BadInputException notAsGiven) {
      throw damaged(file, notAsGiven.getMessage());
    }
  }

  private static BadInputException damaged(Path file, String why) {
    return new BadInputException(file + " is damaged; repair or delete it: " + why);
  }

  /** Returns these overrides with one more, which replaces an earlier one for the same exercise. */
  public Overrides with(PointsOverride given) {
    List<PointsOverride> kept =
        new ArrayList<>(without(given.submission(), given.exercise()).all());
    kept.add(given);
    return new Overrides(List.copyOf(kept));
  }

  /** Returns these overrides without the one for an exercise of a submission. */
  public Overrides without(String submission, String exercise) {
    return new Overrides(all.stream().filter(each -> !each.isFor(submission, exercise)).toList());
  }

  /** Returns the override for an exercise of a submission; empty if there is none. */
  public Optional<PointsOverride> find(String submission, String exercise) {
    return all.stream().filter(each -> each.isFor(submission, exercise)).findFirst();
  }

  /** Returns the overrides for a submission. */
  public List<PointsOverride> of(String submission) {
    return all.stream().filter(each -> each.submission().equals(submission)).toList();
  }

  /** Writes the overrides to a folder. */
  public void write(Path folder) throws IOException {
    WholeFile.write(
        folder.resolve(FILE), JSON.writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n");
  }
}
