package firsthop.grader.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception of the student's code, as plain data.
 *
 * @param types binary names: the exception's class, then its superclasses up to Throwable; if there
 *     are more than {@value #MAX_TYPES}, only the last, which are those of the JDK and the contract
 * @param message at most {@value #MAX_MESSAGE_CHARS} characters
 * @param frames the stack frames in the student's own files as {@code MyX.java:12}, innermost
 *     first; at most {@value #MAX_FRAMES}
 */
public record ThrownData(List<String> types, @Nullable String message, List<String> frames) {
  public static final int MAX_TYPES = 16;
  public static final int MAX_FRAMES = 8;
  public static final int MAX_MESSAGE_CHARS = 2_000;
  public static final int MAX_NAME_CHARS = 200;

  /** Checks the limits on the reader's side too, because verdicts and files contain this data. */
  public ThrownData {
    types = names(types, MAX_TYPES);
    frames = names(frames, MAX_FRAMES);
    if (types.isEmpty() || message != null && message.length() > MAX_MESSAGE_CHARS) {
      throw new IllegalArgumentException("there is no type, or the message is too long");
    }
  }

  private static List<String> names(List<String> names, int limit) {
    if (names.size() > limit) {
      throw new IllegalArgumentException(names.size() + " names; the limit is " + limit);
    }
    for (String name : names) {
      if (name.length() > MAX_NAME_CHARS) {
        throw new IllegalArgumentException(
            "a name of " + name.length() + " characters; the limit is " + MAX_NAME_CHARS);
      }
    }
    return List.copyOf(names);
  }
}
