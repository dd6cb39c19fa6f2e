package firsthop.grader.report;

import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.control.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Formats names, numbers and times for the report. */
final class ReportText {
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

  private ReportText() {}

  /** Turns {@code refuses_leading_zeros} into "refuses leading zeros". */
  static String test(String name) {
    return name.replace('_', ' ');
  }

  /** Returns "1 test" or "2 tests". */
  static String count(long number, String thing) {
    return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
  }

  /** Returns "a of b". */
  static String of(BigDecimal points, BigDecimal max) {
    return points.toPlainString() + " of " + max.toPlainString();
  }

  /** Returns a part in whole percent, halves rounded up; 0 if the whole is 0. */
  static int percent(BigDecimal part, BigDecimal whole) {
    return whole.signum() <= 0
        ? 0
        : part.movePointRight(2).divide(whole, 0, RoundingMode.HALF_UP).intValue();
  }

  /** Returns a time, to the minute. */
  static Html time(Instant moment, ZoneId zone) {
    return tag("time", at("datetime", moment.toString()), text(MINUTE.format(moment.atZone(zone))));
  }

  /** Returns a duration, such as "1 h 5 min", "3 min 2 s" or "0.4 s". */
  static String duration(long millis) {
    long seconds = Math.round(millis / 1_000.0);
    if (seconds >= 3_600) {
      return seconds / 3_600 + " h " + seconds % 3_600 / 60 + " min";
    }
    if (seconds >= 60) {
      return seconds / 60 + " min " + seconds % 60 + " s";
    }
    return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
  }

  /** Returns a verdict as a label. */
  static Html label(Verdict verdict) {
    return label(
        switch (verdict) {
          case PASSED -> "good";
          case FAILED, TIMED_OUT, NOT_RUN, CRASHED, DID_NOT_COMPILE -> "bad";
          case OPEN, MISSING -> "none";
          case NOT_GRADED -> "fault";
        },
        verdict.label());
  }

  /** Returns a label of a kind that the style sheet defines. */
  static Html label(String kind, String text) {
    return tag("span", css("label " + kind), text(text));
  }

  /** Returns a name that a student chose, so that its text direction affects nothing else. */
  static Html name(String name) {
    return tag("bdi", text(name));
  }
}
