package firsthop.grader.store;

import java.util.Objects;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Describes in one line what is wrong with a JSON file that somebody edited. */
final class JsonFault {
  private JsonFault() {}

  /** Returns what is wrong, with the key if there is one. */
  static String of(JacksonException broken) {
    if (broken instanceof StreamReadException) {
      return "it is not valid JSON, near line %d: %s"
          .formatted(broken.getLocation().getLineNr(), reason(broken));
    }
    String key =
        broken.getPath().stream()
            .map(JacksonException.Reference::getPropertyName)
            .filter(Objects::nonNull)
            .collect(Collectors.joining("."));
    return key.isEmpty() ? "it is not in the form that firsthop writes" : key + ": " + what(broken);
  }

  private static String what(JacksonException broken) {
    if (broken.getCause() instanceof IllegalArgumentException ours) {
      return ours.getMessage();
    }
    if (broken instanceof UnrecognizedPropertyException) {
      return "there is no such key";
    }
    return broken instanceof InvalidFormatException unfit
        ? "the value \"" + unfit.getValue() + "\" is not allowed"
        : "a value is missing or has the wrong type";
  }

  /** The parser adds the alternatives in brackets. */
  private static String reason(JacksonException broken) {
    return broken.getOriginalMessage().split("(: was expecting)? \\(")[0].replace('\n', ' ');
  }
}
