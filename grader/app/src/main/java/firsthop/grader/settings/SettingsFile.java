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
 * zone: Asia/Seoul              # for times without an offset; default: the machine's zone
 * labs:                         # the labs of the course; other labs are not graded
 *   lab01: {weight: 1, due: 2026-10-01T23:59}
 *   lab02: {due: 2026-10-15T23:59+09:00}
 * late: {perDay: 10, grace: 15m, most: 50}   # percent of the points earned
 * feedback: hints               # score, hints or full
 * language: ko                  # of feedback: en or ko
 * extensions: extensions.csv    # beside this file: submission,lab,due
 * </pre>
 *
 * <p>Every key may be missing. An unknown key or an invalid value is an error.
 */
public final class SettingsFile {
  /** The name of the file if the command line does not name another one. */
  public static final String USUAL_NAME = "firsthop.yaml";

  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_REASON_LINES = 8;

  private SettingsFile() {}

  /**
   * Reads the settings.
   *
   * @param labs the ids of all labs
   * @throws BadInputException if the file cannot be read or is not valid; the message is one line
   *     that names the key
   */
  public static Settings read(Path file, Collection<String> labs) throws BadInputException {
    try {
      Keys root = new Keys(file.toString(), parse(file, text(file)));
      root.allowOnly("title", "zone", "labs", "late", "feedback", "language", "extensions");
      Times times =
          root.text("zone")
              .map(zone -> root.checked("zone", () -> Times.in(zone)))
              .orElse(Times.HERE);
      Map<String, BigDecimal> weights = new TreeMap<>();
      Map<String, Instant> due = new TreeMap<>();
      Keys ofLabs = root.child("labs");
      ofLabs.allowOnly(labs.toArray(String[]::new));
      for (String lab : ofLabs.names()) {
        Keys own = ofLabs.child(lab);
        own.allowOnly("weight", "due");
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
          late(root.child("late")),
          root.text("feedback")
              .map(text -> root.checked("feedback", () -> level(text)))
              .orElse(FeedbackLevel.HINTS),
          root.text("language")
              .map(text -> root.checked("language", () -> FeedbackLanguage.of(text)))
              .orElse(FeedbackLanguage.ENGLISH),
          root.text("extensions").map(name -> file.toAbsolutePath().resolveSibling(name)));
    } catch (IllegalArgumentException wrong) {
      throw new BadInputException(wrong.getMessage());
    }
  }

  /**
   * Returns the feedback level of a keyword, such as {@code hints}.
   *
   * @throws IllegalArgumentException if there is no such level
   */
  public static FeedbackLevel level(String keyword) {
    for (FeedbackLevel level : FeedbackLevel.values()) {
      if (level.word().equals(keyword.toLowerCase(Locale.ROOT))) {
        return level;
      }
    }
    throw new IllegalArgumentException("expected score, hints or full, not " + keyword);
  }

  private static LateRule late(Keys late) {
    late.allowOnly("perDay", "grace", "most");
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
          "%s is not valid YAML, near line %d: %s"
              .formatted(file, broken.getLocation().getLineNr(), reason(broken)),
          broken);
    }
  }

  /** Returns the parser's message without its indented lines, which repeat the place. */
  private static String reason(JacksonException broken) {
    return broken
        .getOriginalMessage()
        .lines()
        .limit(MAX_REASON_LINES)
        .filter(line -> !line.startsWith(" "))
        .collect(Collectors.joining("; "));
  }
}
