package firsthop.grader.settings;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads times from settings.
 *
 * @param zone the zone of times without an offset
 */
public record Times(ZoneId zone) {
  /** Reads times in the machine's zone. */
  public static final Times HERE = new Times(ZoneId.systemDefault());

  private static final Pattern DURATION = Pattern.compile("(\\d{1,6})([smhd])");

  /** Returns a reader for times in a zone, such as {@code Asia/Seoul}. */
  static Times in(String zone) {
    try {
      return new Times(ZoneId.of(zone));
    } catch (DateTimeException unknown) {
      throw new IllegalArgumentException("unknown time zone: " + zone, unknown);
    }
  }

  /**
   * Returns the time that a text such as {@code 2026-10-01T23:59} means. The text may have seconds
   * and an offset. A date such as {@code 2026-10-01} means the end of that day.
   *
   * @throws IllegalArgumentException if the text is not a time
   */
  public Instant parse(String text) {
    String written = text.strip().replaceFirst("^(\\S+) (\\S+)$", "$1T$2");
    List<Function<String, Instant>> forms =
        List.of(
            time -> OffsetDateTime.parse(time).toInstant(),
            time -> LocalDateTime.parse(time).atZone(zone).toInstant(),
            day -> LocalDate.parse(day).atTime(LocalTime.MAX).atZone(zone).toInstant());
    for (Function<String, Instant> form : forms) {
      try {
        return form.apply(written);
      } catch (DateTimeException another) {
        // Try the next form.
      }
    }
    throw new IllegalArgumentException(
        "expected a time such as 2026-10-01T23:59 or 2026-10-01T23:59+09:00, not " + text);
  }

  /** Returns the duration of {@code 30s}, {@code 15m}, {@code 2h} or {@code 1d}. */
  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text.strip());
    if (!matcher.matches()) {
      throw new IllegalArgumentException("expected a duration such as 15m, 2h or 1d, not " + text);
    }
    long count = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "s" -> Duration.ofSeconds(count);
      case "m" -> Duration.ofMinutes(count);
      case "h" -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }
}
