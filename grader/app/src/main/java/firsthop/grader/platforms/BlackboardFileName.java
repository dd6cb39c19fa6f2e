package firsthop.grader.platforms;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name from Blackboard: {@code assignment_user_attempt_2026-10-01-13-45-12_file}, or {@code
 * assignment_user_attempt_2026-10-01-13-45-12.txt} for the receipt of the attempt. The assignment,
 * the user and the file may contain underscores. Only the file is chosen by the student.
 *
 * @param owner the assignment and the user
 * @param attempt everything before the file, which is equal for all files of an attempt
 * @param time when the attempt was handed in, in a time zone that Blackboard does not name
 * @param file the name of the file; empty for the receipt
 */
record BlackboardFileName(String owner, String attempt, LocalDateTime time, Optional<String> file) {
  private static final Pattern NAME =
      Pattern.compile(
          "(?<attempt>(?<owner>.+?_.+?)_attempt_(?<time>\\d{4}(-\\d\\d){5}))(_(?<file>.+)|\\.txt)",
          Pattern.DOTALL);

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd-HH-mm-ss");

  /** Returns the parts of a name; empty if it is not one from Blackboard. */
  static Optional<BlackboardFileName> parse(String name) {
    Matcher matcher = NAME.matcher(name);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new BlackboardFileName(
              matcher.group("owner"),
              matcher.group("attempt"),
              LocalDateTime.parse(matcher.group("time"), TIME),
              Optional.ofNullable(matcher.group("file"))));
    } catch (DateTimeParseException noTime) {
      return Optional.empty();
    }
  }
}
