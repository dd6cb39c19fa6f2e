package firsthop.grader.store;

import com.fasterxml.jackson.annotation.Nulls;
import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LateRule;
import firsthop.grader.marks.MarkRules;
import firsthop.grader.marks.Overrides;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.settings.FeedbackLanguage;
import firsthop.grader.settings.FeedbackLevel;
import firsthop.grader.settings.SettingsFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The contents of {@code run.json}. People may edit it, so reading is strict: missing keys, unknown
 * keys and impossible values are errors.
 *
 * @param format {@value #FORMAT} in this version
 */
record RunJson(
    int format,
    Path path,
    Path results,
    Optional<Path> roster,
    List<String> labs,
    boolean labsAsked,
    BenchSpec bench,
    SettingsSpec settings,
    String title,
    ZoneId zone,
    Marking marking,
    List<String> submissions) {
  /** Changes when files of an earlier version can no longer be read. */
  static final int FORMAT = 3;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(
              DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
              DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
              DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
          .addModule(
              new SimpleModule()
                  .addSerializer(Path.class, new ToStringSerializer(Path.class))
                  .addDeserializer(String.class, new WordReader<>(String.class, text -> text))
                  .addDeserializer(Path.class, new WordReader<>(Path.class, Path::of))
                  .addDeserializer(
                      SandboxKind.class, new WordReader<>(SandboxKind.class, SandboxKind::of))
                  .addDeserializer(
                      FeedbackLevel.class,
                      new WordReader<>(FeedbackLevel.class, SettingsFile::level))
                  .addSerializer(
                      FeedbackLanguage.class, new ToStringSerializer(FeedbackLanguage.class))
                  .addDeserializer(
                      FeedbackLanguage.class,
                      new WordReader<>(FeedbackLanguage.class, FeedbackLanguage::of)))
          .build();

  /** A {@link MarkingPolicy} without overrides, which are kept in a file of their own. */
  record Marking(
      DueDates due,
      LateRule late,
      Map<String, BigDecimal> weights,
      FeedbackLevel feedback,
      FeedbackLanguage language) {

    static Marking of(MarkingPolicy policy) {
      MarkRules rules = policy.rules();
      return new Marking(
          rules.due(), rules.late(), rules.weights(), policy.feedback(), policy.language());
    }

    MarkingPolicy policy() {
      return new MarkingPolicy(
          new MarkRules(due, late, weights, Overrides.NONE), feedback, language);
    }
  }

  static String write(RunIndex index) {
    RunSpec spec = index.spec();
    RunJson json =
        new RunJson(
            FORMAT,
            spec.path(),
            spec.results(),
            spec.roster(),
            spec.labs(),
            spec.labsAsked(),
            spec.bench(),
            spec.settings(),
            spec.title(),
            spec.zone(),
            Marking.of(spec.marking()),
            index.submissions());
    return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
  }

  /**
   * Reads the file.
   *
   * @throws IllegalArgumentException when the file is not valid; the message is one line
   */
  static RunIndex read(String text) {
    try {
      JsonNode root = JSON.readTree(text);
      JsonNode format = root.path("format");
      if (!format.isInt() || format.intValue() != FORMAT) {
        throw new IllegalArgumentException(
            "it was written by another version of firsthop; run grade again");
      }
      return JSON.treeToValue(root, RunJson.class).index();
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(JsonFault.of(broken), broken);
    }
  }

  private RunIndex index() {
    return new RunIndex(
        new RunSpec(
            path, results, roster, labs, labsAsked, bench, settings, title, zone, marking.policy()),
        submissions);
  }
}
