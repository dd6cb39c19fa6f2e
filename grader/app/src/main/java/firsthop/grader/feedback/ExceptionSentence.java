package firsthop.grader.feedback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a student's code threw, and where. Both come from the candidate, which could put what
 * it was given into them: a type is named only if it is well known, a line only if it is one of the
 * exercise's own file, and that is no longer than honest ones are. A test so lets pass fewer than
 * {@value #MAX_LINES} lines, 9 bits, and not a literal at once.
 */
final class ExceptionSentence {
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

  /**
   * The longest solution has fewer than 300. Of a longer file no line is named: one of thousands
   * would have a line for every hidden input.
   */
  static final int MAX_LINES = 500;

  private static final Pattern FRAME = Pattern.compile("([A-Za-z0-9_$]+\\.java):([1-9]\\d{0,2})");

  private ExceptionSentence() {}

  /**
   * Returns the sentence.
   *
   * @param type the exception's class, as the candidate says
   * @param frames where it was thrown, as the candidate says
   * @param file the name of the exercise's own file; where another was called from it counts
   * @param lines how many lines each handed-in file has, by its name
   * @return empty when nothing was thrown
   */
  static Optional<String> of(
      @Nullable String type, List<String> frames, String file, Map<String, Integer> lines) {
    if (type == null) {
      return Optional.empty();
    }
    String named =
        KNOWN.contains(type)
            ? "a `" + type.substring(type.lastIndexOf('.') + 1) + "`"
            : "an exception";
    int last = lines.getOrDefault(file, 0);
    String where =
        frames.stream()
            .filter(frame -> last <= MAX_LINES && isIn(frame, file, last))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return Optional.of("Your code threw " + named + where + ".");
  }

  private static boolean isIn(String frame, String file, int last) {
    Matcher parts = FRAME.matcher(frame);
    return parts.matches()
        && parts.group(1).equals(file)
        && Integer.parseInt(parts.group(2)) <= last;
  }
}
