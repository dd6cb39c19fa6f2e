package firsthop.grader.store;

import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.settings.FeedbackLevel;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the last run graded and how it was asked for, as {@code run.json} says it: folders of
 * submissions that are no longer handed in may lie beside these.
 *
 * @param directory where it was asked for
 * @param labs their ids, in order
 * @param submissions their ids, in order
 */
public record RunIndex(
    String title,
    String directory,
    List<String> arguments,
    ZoneId zone,
    List<String> labs,
    List<String> submissions,
    DueDates due,
    LateRule late,
    Map<String, BigDecimal> weights,
    FeedbackLevel feedback) {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  public static RunIndex of(RunSpec request, List<String> labs, List<String> submissions) {
    MarkRules rules = request.marking().rules();
    return new RunIndex(
        request.title(),
        request.directory().toString(),
        request.arguments(),
        request.zone(),
        labs,
        submissions,
        rules.due(),
        rules.late(),
        rules.weights(),
        request.marking().feedback());
  }

  /** Returns how the run was asked for, with the overrides that hold now. */
  public RunSpec request(Overrides overrides) {
    return new RunSpec(
        Path.of(directory),
        arguments,
        title,
        zone,
        new MarkingPolicy(new MarkRules(due, late, weights, overrides), feedback));
  }

  public String write() {
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(this) + "\n";
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException when the text is no such file
   */
  public static RunIndex read(String text) {
    try {
      return JSON.readValue(text, RunIndex.class);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(broken.getOriginalMessage(), broken);
    }
  }
}
