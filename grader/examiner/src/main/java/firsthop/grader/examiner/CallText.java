package firsthop.grader.examiner;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a call as Java source, such as {@code parse("127.1")}. */
final class CallText {
  private static final int MAX_ARGUMENT_CHARS = 120;
  private static final int MAX_BYTES_SHOWN = 24;
  private static final int MAX_ELEMENTS_SHOWN = 8;

  private CallText() {}

  static String of(Method method, Object[] arguments) {
    return Arrays.stream(arguments)
        .map(CallText::argument)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private static String argument(@Nullable Object value) {
    String text;
    if (value instanceof String string) {
      text = '"' + string.substring(0, Math.min(string.length(), MAX_ARGUMENT_CHARS)) + '"';
      text = string.length() > MAX_ARGUMENT_CHARS ? text + "… (" + string.length() + ")" : text;
    } else if (value instanceof Collection<?> many && many.size() > MAX_ELEMENTS_SHOWN) {
      text = many.size() + " elements";
    } else if (value instanceof Map<?, ?> map && map.size() > MAX_ELEMENTS_SHOWN) {
      text = map.size() + " entries";
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
