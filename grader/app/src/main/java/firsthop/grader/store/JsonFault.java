package firsthop.grader.store;

import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Says in one line, for whoever edited a JSON file, what is wrong with it. */
final class JsonFault {
  private JsonFault() {}

  /** Returns the key, if one is to blame, and what is wrong with it. */
  static String of(JacksonException broken) {
    if (broken instanceof StreamReadException) {
      return "it is no JSON, near line %d: %s"
          .formatted(broken.getLocation().getLineNr(), reason(broken));
    }
    String key =
        broken.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return key.isEmpty() ? "it is not as firsthop wrote it" : key + ": " + what(broken);
  }

  private static String what(JacksonException broken) {
    if (broken.getCause() instanceof IllegalArgumentException ours) {
      return ours.getMessage();
    }
    if (broken instanceof UnrecognizedPropertyException) {
      return "there is no such key";
    }
    return broken instanceof InvalidFormatException unfit
        ? "it cannot be \"" + unfit.getValue() + "\""
        : "a value is missing, or is of another kind than expected";
  }

  /** The parser adds in brackets what else it would have taken. */
  private static String reason(JacksonException broken) {
    return broken.getOriginalMessage().split("(: was expecting)? \\(")[0].replace('\n', ' ');
  }
}
