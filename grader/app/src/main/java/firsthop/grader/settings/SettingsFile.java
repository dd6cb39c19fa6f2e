package firsthop.grader.settings;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.marks.LateRule;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads {@code firsthop.yaml}:
 *
 * <pre>
 * title: Computer Networks, autumn
 * zone: Asia/Seoul              # of times without an offset; the machine's if it is missing
 * labs:                         # those of the course; what is not among them is not graded
 *   lab01: {weight: 1, due: 2026-10-01T23:59}
 *   lab02: {due: 2026-10-15T23:59+09:00}
 * late: {perDay: 10, grace: 15m, most: 50}   # percent of the points earned
 * feedback: hints               # score, hints or full
 * extensions: extensions.csv    # beside this file: submission,lab,due
 * </pre>
 *
 * <p>Every key may be missing. One that is not known, or a value that does not fit, is an error.
 */
public final class SettingsFile {
  /** Where it is looked for unless a command line names another. */
  public static final String USUAL_NAME = "firsthop.yaml";

  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_REASON_LINES = 8;

  private SettingsFile() {}

  /**
   * Reads the settings.
   *
   * @param labs the ids of the labs that there are
   * @throws BadInputException when the file is not as above, in a line that names the key
   */
  public static Settings read(Path file, Collection<String> labs) throws BadInputException {
    try {
      Keys root = new Keys(file.toString(), parse(file, text(file)));
      root.allow("title", "zone", "labs", "late", "feedback", "extensions");
      Times times =
          root.text("zone")
              .map(zone -> root.checked("zone", () -> Times.in(zone)))
              .orElse(Times.HERE);
      Map<String, BigDecimal> weights = new TreeMap<>();
      Map<String, Instant> due = new TreeMap<>();
      Keys ofLabs = root.below("labs");
      ofLabs.allow(labs.toArray(String[]::new));
      for (String lab : ofLabs.names()) {
        Keys own = ofLabs.below(lab);
        own.allow("weight", "due");
        own.number("weight", BigDecimal.valueOf(1_000_000)).ifPresent(w -> weights.put(lab, w));
        own.text("due").ifPresent(at -> due.put(lab, own.checked("due", () -> times.parse(at))));
      }
      return new Settings(
          Optional.of(file.toAbsolutePath().normalize()),
          root.text("title").orElse(""),
          times,
          ofLabs.names(),
          weights,
          due,
          late(root.below("late")),
          root.text("feedback")
              .map(word -> root.checked("feedback", () -> level(word)))
              .orElse(FeedbackLevel.HINTS),
          root.text("extensions").map(name -> file.toAbsolutePath().resolveSibling(name)));
    } catch (IllegalArgumentException wrong) {
      throw new BadInputException(wrong.getMessage());
    }
  }

  /** Returns the level that a word names. */
  public static FeedbackLevel level(String word) {
    for (FeedbackLevel level : FeedbackLevel.values()) {
      if (level.word().equals(word.toLowerCase(Locale.ROOT))) {
        return level;
      }
    }
    throw new IllegalArgumentException("give score, hints or full, not " + word);
  }

  private static LateRule late(Keys late) {
    late.allow("perDay", "grace", "most");
    BigDecimal hundred = BigDecimal.valueOf(100);
    return new LateRule(
        late.number("perDay", hundred).orElse(BigDecimal.ZERO),
        late.text("grace")
            .map(text -> late.checked("grace", () -> Times.duration(text)))
            .orElse(LateRule.NONE.grace()),
        late.number("most", hundred).orElse(hundred));
  }

  private static String text(Path file) throws BadInputException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new BadInputException(file + " is larger than " + MAX_BYTES + " bytes");
      }
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new BadInputException(file + " cannot be read: " + IoReason.of(unreadable));
    }
  }

  private static JsonNode parse(Path file, String text) {
    try {
      return YAMLMapper.builder().build().readTree(text);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException(
          "%s is no YAML, near line %d: %s"
              .formatted(file, broken.getLocation().getLineNr(), reason(broken)),
          broken);
    }
  }

  /** The parser tells the place, too, in lines of their own, which are indented. */
  private static String reason(JacksonException broken) {
    return broken
        .getOriginalMessage()
        .lines()
        .limit(MAX_REASON_LINES)
        .filter(line -> !line.startsWith(" "))
        .collect(Collectors.joining("; "));
  }
}
