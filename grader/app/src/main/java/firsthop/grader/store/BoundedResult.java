package firsthop.grader.store;

import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.result.TestResult;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Limits the size of everything in a result that a submission can influence. */
public final class BoundedResult {
  /** The maximum length of javac's messages for one file; longer than anybody reads. */
  static final int MAX_MESSAGE = 20_000;

  /** The maximum length of a path; longer than every path of a lab. */
  static final int MAX_NAME = 1_000;

  /** The maximum number of left-out files, and of notices, of a lab. */
  static final int MAX_LISTED = 200;

  /** The maximum length of one feedback. */
  public static final int MAX_FEEDBACK = 500_000;

  private BoundedResult() {}

  public static SubmissionResult result(SubmissionResult result) {
    return new SubmissionResult(
        result.id(),
        result.digest(),
        result.labs().stream().map(BoundedResult::lab).toList(),
        notices(result.notices()),
        result.started(),
        result.millis(),
        result.arrival());
  }

  public static List<String> notices(List<String> notices) {
    return notices.stream().limit(MAX_LISTED).map(each -> cut(each, MAX_NAME)).toList();
  }

  /** Returns the result without names that no file of a lab can have. */
  public static <T> Map<String, T> names(Map<String, T> byName) {
    Map<String, T> kept = new TreeMap<>(byName);
    kept.keySet().removeIf(name -> name.length() > MAX_NAME);
    return kept;
  }

  /** Returns a feedback, cut at the end of a line if it is too long. */
  public static String feedback(String text) {
    return text.length() <= MAX_FEEDBACK
        ? text
        : text.substring(0, text.lastIndexOf('\n', MAX_FEEDBACK) + 1)
            + "\nThe rest is left out because it is too long.\n";
  }

  private static LabResult lab(LabResult lab) {
    Map<String, String> leftOut = new TreeMap<>();
    lab.leftOut().entrySet().stream()
        .limit(MAX_LISTED)
        .forEach(
            each -> leftOut.put(cut(each.getKey(), MAX_NAME), cut(each.getValue(), MAX_MESSAGE)));
    return new LabResult(
        lab.id(),
        lab.handedIn(),
        lab.exercises().stream().map(BoundedResult::exercise).toList(),
        leftOut,
        lab.brokeBench(),
        notices(lab.notices()));
  }

  private static ExerciseResult exercise(ExerciseResult result) {
    return new ExerciseResult(
        result.exercise(), result.tests().stream().map(BoundedResult::test).toList());
  }

  private static TestResult test(TestResult test) {
    return new TestResult(
        test.test(),
        test.verdict(),
        cut(test.message(), MAX_MESSAGE),
        test.thrown(),
        test.frames(),
        test.trace(),
        test.millis());
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + "…";
  }
}
