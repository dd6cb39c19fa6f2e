package firsthop.grader.examiner;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a call as its caller would: {@code parse("127.1")}. */
final class CallText {
  private static final int MAX_ARGUMENT_CHARS = 120;
  private static final int MAX_BYTES_SHOWN = 24;

  private CallText() {}

  static String of(Method method, Object[] arguments) {
    return Arrays.stream(arguments)
        .map(CallText::argument)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private static String argument(@Nullable Object value) {
    String text;
    if (value instanceof String string) {
      text = '"' + string + '"';
    } else if (value instanceof byte[] bytes) {
      int shown = Math.min(bytes.length, MAX_BYTES_SHOWN);
      text = bytes.length + " bytes " + HexFormat.of().formatHex(bytes, 0, shown);
      text = shown < bytes.length ? text + "…" : text;
    } else {
      text = String.valueOf(value);
    }
    return text.length() <= MAX_ARGUMENT_CHARS ? text : text.substring(0, MAX_ARGUMENT_CHARS) + "…";
  }
}
