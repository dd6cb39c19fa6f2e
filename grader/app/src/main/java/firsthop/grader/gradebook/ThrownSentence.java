package firsthop.grader.gradebook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says what a student's code threw, and where. Both come from the candidate, which could put what
 * it was given into them: a type is named only if it is well known, a line only if it is there.
 */
final class ThrownSentence {
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

  /** Four digits: a file of a million lines would have a line for every hidden input. */
  private static final Pattern FRAME = Pattern.compile("([A-Za-z0-9_$]+\\.java):([1-9]\\d{0,3})");

  private ThrownSentence() {}

  /**
   * Return the sentence.
   *
   * @param type the exception's class, as the candidate says
   * @param frames where it was thrown, as the candidate says
   * @param lines how many lines each handed-in file has, by its name
   * @return empty when nothing was thrown
   */
  static Optional<String> of(
      @Nullable String type, List<String> frames, Map<String, Integer> lines) {
    if (type == null) {
      return Optional.empty();
    }
    String named =
        KNOWN.contains(type)
            ? "a `" + type.substring(type.lastIndexOf('.') + 1) + "`"
            : "an exception";
    String where =
        frames.stream()
            .filter(frame -> exists(frame, lines))
            .findFirst()
            .map(frame -> " at " + frame)
            .orElse("");
    return Optional.of("Your code threw " + named + where + ".");
  }

  private static boolean exists(String frame, Map<String, Integer> lines) {
    Matcher parts = FRAME.matcher(frame);
    return parts.matches()
        && Integer.parseInt(parts.group(2)) <= lines.getOrDefault(parts.group(1), 0);
  }
}
