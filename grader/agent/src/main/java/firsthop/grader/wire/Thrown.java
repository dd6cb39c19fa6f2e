package firsthop.grader.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An exception of the student's code, as plain data.
 *
 * @param types binary names: the exception's class, then its superclasses up to Throwable; at most
 *     {@value #MAX_TYPES}, the last of them JDK classes or the contract's
 * @param message cut at {@value #MAX_MESSAGE_CHARS} characters
 * @param frames the student's own stack frames as {@code MyX.java:12}, innermost first; at most
 *     {@value #MAX_FRAMES}
 */
public record Thrown(List<String> types, @Nullable String message, List<String> frames) {
  public static final int MAX_TYPES = 16;
  public static final int MAX_FRAMES = 8;
  public static final int MAX_MESSAGE_CHARS = 2_000;
  public static final int MAX_NAME_CHARS = 200;
}
