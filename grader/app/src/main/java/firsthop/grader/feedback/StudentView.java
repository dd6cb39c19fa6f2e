package firsthop.grader.feedback;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.control.Verdict;
import firsthop.grader.course.Lab;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.TestResult;
import firsthop.grader.settings.FeedbackLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The text about a hidden test that a student may read, in feedback and exports. Unless the level
 * is {@link FeedbackLevel#FULL}, it contains nothing from the candidate except what {@link
 * ExceptionSentence} allows, and nothing from a hidden test except its hint. Messages of javac
 * about the student's own files are shown.
 *
 * @param sentences sentences of the grader, with a little Markdown
 * @param blocks text of any content, to be shown as code
 */
public record StudentView(List<String> sentences, List<String> blocks) {
  /** An empty view. */
  public static final StudentView NOTHING = new StudentView(List.of(), List.of());

  /** Verdicts that all tests of an exercise share, so that one sentence is enough. */
  private static final Set<Verdict> OF_AN_EXERCISE =
      Set.of(Verdict.MISSING, Verdict.DID_NOT_COMPILE, Verdict.OPEN, Verdict.NOT_GRADED);

  /** Returns one text for a whole exercise; empty if each of its tests needs its own. */
  public static Optional<StudentView> ofExercise(
      ExerciseResult result, FeedbackLevel level, FeedbackSentences words) {
    TestResult first = result.tests().get(0);
    if (!OF_AN_EXERCISE.contains(first.verdict())
        || result.tests().stream().anyMatch(test -> test.verdict() != first.verdict())) {
      return Optional.empty();
    }
    return Optional.of(
        level == FeedbackLevel.SCORE ? NOTHING : ofExercise(result.exercise(), first, words));
  }

  private static StudentView ofExercise(
      ExamPlan.Exercise exercise, TestResult test, FeedbackSentences words) {
    return switch (test.verdict()) {
      case MISSING -> sentence(words.text("missing", Lab.studentPath(exercise.contract())));
      case OPEN -> sentence(words.text("open"));
      case DID_NOT_COMPILE ->
          new StudentView(List.of(words.text("didNotCompile")), List.of(test.message()));
      default ->
          sentence(
              words.text(
                  test.message().equals(TestResult.NOT_READABLE) ? "notReadable" : "notGraded"));
    };
  }

  /**
   * Returns the view of one test.
   *
   * @param exercise the exercise of the test
   * @param lines the number of lines of each handed-in file, by file name
   * @param words the words of the course's language
   */
  public static StudentView of(
      ExamPlan.Exercise exercise,
      TestResult result,
      Map<String, Integer> lines,
      FeedbackLevel level,
      FeedbackSentences words) {
    if (level == FeedbackLevel.SCORE
        || result.verdict() == Verdict.PASSED
        || result.verdict() == Verdict.NOT_GRADED) {
      return NOTHING;
    }
    List<String> sentences = new ArrayList<>();
    String hint = words.hint(result.test());
    if (!hint.isEmpty()) {
      sentences.add(hint);
    }
    whatHappened(exercise, result, lines, words).ifPresent(sentences::add);
    List<String> blocks = new ArrayList<>();
    if (level == FeedbackLevel.FULL) {
      if (!result.message().isEmpty()) {
        blocks.add(result.message());
      }
      if (!result.trace().isEmpty()) {
        blocks.add(
            result.trace().stream().map(TraceEntry::toString).collect(Collectors.joining("\n")));
      }
    }
    return new StudentView(sentences, blocks);
  }

  /** Turns {@code refuses_leading_zeros} into "refuses leading zeros". */
  public static String name(ExamPlan.Test test) {
    return test.key().name().replace('_', ' ');
  }

  /** Returns the name of the file that is handed in for an exercise. */
  static String fileOf(ExamPlan.Exercise exercise) {
    String path = Lab.studentPath(exercise.contract());
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static StudentView sentence(String only) {
    return new StudentView(List.of(only), List.of());
  }

  private static Optional<String> whatHappened(
      ExamPlan.Exercise exercise,
      TestResult result,
      Map<String, Integer> lines,
      FeedbackSentences words) {
    return switch (result.verdict()) {
      case TIMED_OUT -> Optional.of(words.text("timedOut", result.test().limitMillis()));
      case CRASHED -> Optional.of(words.text("crashed"));
      case NOT_RUN -> Optional.of(words.text("notRun"));
      case OPEN -> Optional.empty();
      default ->
          ExceptionSentence.of(result.thrown(), result.frames(), fileOf(exercise), lines, words);
    };
  }
}
