package firsthop.grader.settings;

import firsthop.grader.marks.LateRule;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The settings of a course.
 *
 * @param file the absolute path of the settings file; empty if there is none
 * @param title the title of the course, for reports; empty for none
 * @param times reads times without an offset in the zone of the course
 * @param labs the ids of the labs of the course; empty for all labs
 * @param weights how much one point of a lab counts in the total, by lab id
 * @param due the due date of a lab, by lab id
 * @param late how many points late work loses
 * @param feedback how much of the results students see
 * @param language the language of feedback
 * @param extensions a CSV file with due dates of single students, as {@link Extensions} reads it
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
    FeedbackLanguage language,
    Optional<Path> extensions) {
  /** The settings of a course without a settings file. */
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
          FeedbackLanguage.ENGLISH,
          Optional.empty());
}
