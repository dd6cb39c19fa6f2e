package firsthop.grader.gradebook;

import firsthop.grader.control.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes {@code feedback.md}, which goes back to the student. Nothing in it comes from the
 * candidate but the verdict, the name of a well-known exception, and a line of a file that was
 * handed in; nothing in it comes from inside a hidden test but its name and hint.
 */
final class Feedback {
  private static final Set<String> KNOWN =
      Set.of(
          "java.lang.ArithmeticException",
          "java.lang.ArrayIndexOutOfBoundsException",
          "java.lang.ClassCastException",
          "java.lang.ExceptionInInitializerError",
          "java.lang.IllegalArgumentException",
          "java.lang.IllegalStateException",
          "java.lang.IndexOutOfBoundsException",
          "java.lang.NegativeArraySizeException",
          "java.lang.NullPointerException",
          "java.lang.NumberFormatException",
          "java.lang.OutOfMemoryError",
          "java.lang.StackOverflowError",
          "java.lang.StringIndexOutOfBoundsException",
          "java.lang.UnsupportedOperationException",
          "java.io.EOFException",
          "java.io.IOException",
          "java.net.BindException",
          "java.net.ConnectException",
          "java.net.SocketException",
          "java.net.SocketTimeoutException",
          "java.net.UnknownHostException",
          "java.nio.BufferUnderflowException",
          "java.util.ConcurrentModificationException",
          "java.util.NoSuchElementException");

  private static final Pattern FRAME = Pattern.compile("([A-Za-z0-9_$]+\\.java):(\\d{1,6})");

  private Feedback() {}

  /**
   * Write the feedback.
   *
   * @param lines how many lines each handed-in file has, by its name
   */
  static String write(SubmissionResult result, Map<String, Integer> lines) {
    StringBuilder text = new StringBuilder();
    text.append("# Feedback\n\n");
    if (result.status() == SubmissionResult.Status.NOT_GRADED) {
      text.append("The grading was not finished, through no fault of yours.\n\n");
    }
    text.append("**")
        .append(result.score())
        .append(" of ")
        .append(result.max())
        .append(" points**\n");
    for (LabResult lab : result.labs()) {
      text.append("\n## ")
          .append(lab.id())
          .append(": ")
          .append(lab.score())
          .append(" of ")
          .append(lab.max())
          .append("\n");
      lab.exercises().forEach(exercise -> exercise(text, exercise, lines));
    }
    return text.toString();
  }

  private static void exercise(
      StringBuilder text, ExerciseResult result, Map<String, Integer> lines) {
    text.append("\n### ")
        .append(result.exercise().id())
        .append(' ')
        .append(result.exercise().title());
    text.append(": ")
        .append(result.score())
        .append(" of ")
        .append(result.exercise().max())
        .append("\n\n");
    Optional<TestResult> alike = sameForAll(result);
    if (alike.isPresent()) {
      text.append(forAll(alike.get())).append('\n');
      return;
    }
    result.tests().forEach(test -> text.append(test(test, lines)));
    if (result.score() < result.exercise().max()) {
      text.append("\nRead: ").append(result.exercise().rfc()).append(", and the contract.\n");
    }
  }

  private static Optional<TestResult> sameForAll(ExerciseResult result) {
    Verdict first = result.tests().get(0).verdict();
    boolean alike =
        Set.of(Verdict.MISSING, Verdict.DID_NOT_COMPILE, Verdict.OPEN, Verdict.NOT_GRADED)
                .contains(first)
            && result.tests().stream().allMatch(test -> test.verdict() == first);
    return alike ? Optional.of(result.tests().get(0)) : Optional.empty();
  }

  private static String forAll(TestResult test) {
    return switch (test.verdict()) {
      case MISSING -> "Not handed in.";
      case OPEN -> "Still open: the skeleton's `Todo` is in place.";
      case DID_NOT_COMPILE -> "Did not compile:\n\n" + indented(test.message());
      default -> "Not graded, through no fault of yours.";
    };
  }

  private static String test(TestResult result, Map<String, Integer> lines) {
    StringBuilder line = new StringBuilder("- ");
    line.append(result.verdict().words()).append(": ").append(words(result.test().key().name()));
    line.append(" (")
        .append(result.points())
        .append(" of ")
        .append(result.test().points())
        .append(")\n");
    if (result.verdict() != Verdict.PASSED) {
      if (!result.test().hint().isEmpty()) {
        line.append("  ").append(result.test().hint()).append('\n');
      }
      thrown(result, lines).ifPresent(where -> line.append("  ").append(where).append('\n'));
    }
    return line.toString();
  }

  private static Optional<String> thrown(TestResult result, Map<String, Integer> lines) {
    if (result.thrown() == null) {
      return Optional.empty();
    }
    String type =
        KNOWN.contains(result.thrown())
            ? "a `" + result.thrown().substring(result.thrown().lastIndexOf('.') + 1) + "`"
            : "an exception";
    Optional<String> where =
        result.frames().stream().filter(frame -> exists(frame, lines)).findFirst();
    return Optional.of("Your code threw " + type + where.map(at -> " at " + at).orElse("") + ".");
  }

  /** A frame comes from the candidate: it counts only if it points into what was handed in. */
  private static boolean exists(String frame, Map<String, Integer> lines) {
    Matcher parts = FRAME.matcher(frame);
    return parts.matches()
        && Integer.parseInt(parts.group(2)) <= lines.getOrDefault(parts.group(1), 0);
  }

  /** Turn {@code refuses_leading_zeros} into "refuses leading zeros". */
  private static String words(String testName) {
    return testName.replace('_', ' ');
  }

  private static String indented(String block) {
    return String.join(
        "\n", List.of(block.split("\n")).stream().map(line -> "    " + line).toList());
  }
}
