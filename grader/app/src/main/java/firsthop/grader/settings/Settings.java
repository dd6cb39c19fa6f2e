package firsthop.grader.settings;

import firsthop.grader.marks.LateRule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a course has settled.
 *
 * @param file where they were read, absolute; empty for none
 * @param title of the course, for reports; empty for none
 * @param times how times without an offset are read: those of the course's zone
 * @param labs the ids of those that belong to the course; empty for every lab that there is
 * @param weights by lab id, what a point of the lab counts in the total
 * @param due by lab id, when the lab is due
 * @param extensions a CSV file with due dates of students, as {@link Extensions} reads it
 */
public record Settings(
    Optional<Path> file,
    String title,
    Times times,
    List<String> labs,
    Map<String, BigDecimal> weights,
    Map<String, Instant> due,
    LateRule late,
    FeedbackLevel feedback,
    Optional<Path> extensions) {
  /** What holds where nothing is said. */
  public static final Settings NONE =
      new Settings(
          Optional.empty(),
          "",
          Times.HERE,
          List.of(),
          Map.of(),
          Map.of(),
          LateRule.NONE,
          FeedbackLevel.HINTS,
          Optional.empty());
}
