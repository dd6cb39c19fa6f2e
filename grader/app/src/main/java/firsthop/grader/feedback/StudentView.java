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
 * What a student may be shown of a hidden test, wherever it is written. Unless the level is {@link
 * FeedbackLevel#FULL}, nothing in it comes from the candidate but what {@link ExceptionSentence}
 * lets pass, and nothing comes from inside a hidden test but its hint. What javac said of the
 * student's own files is shown.
 *
 * @param sentences of the grader's own words, with a little Markdown
 * @param blocks text that may hold anything: to be shown as it is, as code
 */
public record StudentView(List<String> sentences, List<String> blocks) {
  /** Nothing is shown. */
  public static final StudentView NOTHING = new StudentView(List.of(), List.of());

  /** What all tests of an exercise share, so that one sentence is enough. */
  private static final Set<Verdict> OF_AN_EXERCISE =
      Set.of(Verdict.MISSING, Verdict.DID_NOT_COMPILE, Verdict.OPEN, Verdict.NOT_GRADED);

  /** Returns what says all of an exercise; empty when its tests have to speak for themselves. */
  public static Optional<StudentView> ofAll(ExerciseResult result, FeedbackLevel level) {
    TestResult first = result.tests().get(0);
    if (!OF_AN_EXERCISE.contains(first.verdict())
        || result.tests().stream().anyMatch(test -> test.verdict() != first.verdict())) {
      return Optional.empty();
    }
    return Optional.of(level == FeedbackLevel.SCORE ? NOTHING : ofAll(result.exercise(), first));
  }

  private static StudentView ofAll(ExamPlan.Exercise exercise, TestResult test) {
    return switch (test.verdict()) {
      case MISSING ->
          sentence(
              "Not handed in: looked for `"
                  + Lab.studentPath(exercise.contract())
                  + "`, that is, a file of that name which declares that package.");
      case OPEN -> sentence("Still open: the skeleton's `Todo` is in place.");
      case DID_NOT_COMPILE -> new StudentView(List.of("Did not compile:"), List.of(test.message()));
      default ->
          sentence(
              test.message().equals(TestResult.NOT_READABLE)
                  ? "Not graded: what you handed in could not be read."
                  : "Not graded, through no fault of yours.");
    };
  }

  /**
   * Returns what is shown of one test.
   *
   * @param exercise the exercise that it is a test of
   * @param lines how many lines each handed-in file has, by its name
   */
  public static StudentView of(
      ExamPlan.Exercise exercise,
      TestResult result,
      Map<String, Integer> lines,
      FeedbackLevel level) {
    if (level == FeedbackLevel.SCORE
        || result.verdict() == Verdict.PASSED
        || result.verdict() == Verdict.NOT_GRADED) {
      return NOTHING;
    }
    List<String> sentences = new ArrayList<>();
    if (!result.test().hint().isEmpty()) {
      sentences.add(result.test().hint());
    }
    whatHappened(exercise, result, lines).ifPresent(sentences::add);
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
      ExamPlan.Exercise exercise, TestResult result, Map<String, Integer> lines) {
    return switch (result.verdict()) {
      case TIMED_OUT ->
          Optional.of(
              "It was not over after "
                  + result.test().limitMillis()
                  + " ms: a loop, or a wait, without end?");
      case CRASHED ->
          Optional.of("Your code's process ended: by System.exit, or for want of memory?");
      case OPEN -> Optional.empty();
      default -> ExceptionSentence.of(result.thrown(), result.frames(), fileOf(exercise), lines);
    };
  }
}
