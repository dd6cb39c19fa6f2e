package firsthop.grader.platforms;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a folder or a file from Brightspace: {@code 12345-67890 - Jane Doe - Oct 3, 2026 1032
 * PM}, and {@code - file} behind it if there are no folders. The order of day and month depends on
 * the language of the teacher. Only the file is chosen by the student.
 *
 * @param numbers the number of the user and the one of the assignment
 * @param person the name of the person or the group
 * @param time the time as it is written
 * @param file the name of the file; empty for a folder
 */
record BrightspaceName(String numbers, String person, String time, Optional<String> file) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<numbers>\\d{1,18}-\\d{1,18}) - (?<person>.+?)"
              + " - (?<time>[^-]*?(?<!\\d)20\\d\\d(?!\\d)[^-]*?\\d{1,2}[.:]?\\d\\d(?!\\d)[^-]*?)"
              + "(?: - (?<file>.+))?",
          Pattern.DOTALL);

  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final Pattern TIME =
      Pattern.compile(
          "(?:(?<month>\\p{L}{3})\\p{L}*\\.? (?<day>\\d{1,2})"
              + "|(?<dayFirst>\\d{1,2}) (?<monthLast>\\p{L}{3})\\p{L}*\\.?),? (?<year>\\d{4}),?"
              + " (?<hour>\\d{1,2})[.:]?(?<minute>\\d\\d)(?: ?(?<half>[AP])\\.?M\\.?)?",
          Pattern.CASE_INSENSITIVE);

  /** Returns the parts of a name; empty if it is not one from Brightspace. */
  static Optional<BrightspaceName> parse(String name) {
    Matcher matcher = NAME.matcher(name);
    return matcher.matches()
        ? Optional.of(
            new BrightspaceName(
                matcher.group("numbers"),
                matcher.group("person").strip(),
                matcher.group("time").strip(),
                Optional.ofNullable(matcher.group("file"))))
        : Optional.empty();
  }

  /** Returns the name of the row of results. */
  String id() {
    return person + "_" + numbers;
  }

  /** Returns when it was handed in, in the time zone of Brightspace; empty if unknown. */
  Optional<LocalDateTime> handedIn() {
    Matcher matcher = TIME.matcher(time);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    boolean dayFirst = matcher.group("dayFirst") != null;
    int month =
        MONTHS.indexOf(matcher.group(dayFirst ? "monthLast" : "month").toLowerCase(Locale.ROOT));
    int hour = Integer.parseInt(matcher.group("hour"));
    String half = matcher.group("half");
    if (half != null) {
      hour = hour % 12 + (half.equalsIgnoreCase("P") ? 12 : 0);
    }
    try {
      return Optional.of(
          LocalDateTime.of(
              Integer.parseInt(matcher.group("year")),
              month + 1,
              Integer.parseInt(matcher.group(dayFirst ? "dayFirst" : "day")),
              hour,
              Integer.parseInt(matcher.group("minute"))));
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }
}
