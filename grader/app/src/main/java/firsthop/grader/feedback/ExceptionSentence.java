package firsthop.grader.feedback;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Describes the exception of a student's code and its line. Both come from the candidate, which
 * could hide the hidden inputs in them. So a type is named only if it is well known, and a line
 * only if it is in the exercise's own file and that file is not longer than honest ones. One test
 * can then reveal a line number below {@value #MAX_LINES}, which is 9 bits, and never a whole
 * input.
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
   * The limit of a file in which a line is named. The longest solution has fewer than 300 lines; a
   * file with thousands could have one line for each hidden input.
   */
  static final int MAX_LINES = 500;

  private static final Pattern FRAME = Pattern.compile("([A-Za-z0-9_$]+\\.java):([1-9]\\d{0,2})");

  private ExceptionSentence() {}

  /**
   * Returns the sentence.
   *
   * @param type the exception's class, as the candidate reports it
   * @param frames the stack frames, as the candidate reports them
   * @param file the name of the exercise's own file; its first frame is shown
   * @param lines the number of lines of each handed-in file, by file name
   * @param words the words of the course's language
   * @return the sentence; empty if there was no exception
   */
  static Optional<String> of(
      @Nullable String type,
      List<String> frames,
      String file,
      Map<String, Integer> lines,
      FeedbackSentences words) {
    if (type == null) {
      return Optional.empty();
    }
    int last = lines.getOrDefault(file, 0);
    Optional<String> where =
        frames.stream().filter(frame -> last <= MAX_LINES && isIn(frame, file, last)).findFirst();
    if (!KNOWN.contains(type)) {
      return Optional.of(
          where
              .map(at -> words.text("threw.unnamedAt", at))
              .orElseGet(() -> words.text("threw.unnamed")));
    }
    String name = type.substring(type.lastIndexOf('.') + 1);
    return Optional.of(
        where
            .map(at -> words.text("threw.namedAt", name, at))
            .orElseGet(() -> words.text("threw.named", name)));
  }

  private static boolean isIn(String frame, String file, int last) {
    Matcher parts = FRAME.matcher(frame);
    return parts.matches()
        && parts.group(1).equals(file)
        && Integer.parseInt(parts.group(2)) <= last;
  }
}
