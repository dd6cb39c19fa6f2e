package firsthop.grader.settings;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/**
 * The keys of one map in a settings file. An error in a key is an {@link IllegalArgumentException}
 * whose message names the key.
 *
 * @param place the place of the map, such as {@code firsthop.yaml: labs.lab01}
 */
record Keys(String place, JsonNode node) {

  Keys {
    if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
      throw new IllegalArgumentException(place + ": expected keys with values");
    }
  }

  /** Throws if the map has a key that is not one of these. */
  void allowOnly(String... known) {
    Set<String> expected = new TreeSet<>(List.of(known));
    for (String name : names()) {
      if (!expected.contains(name)) {
        throw new IllegalArgumentException(
            at(name) + ": unknown key; known keys are " + String.join(", ", expected));
      }
    }
  }

  List<String> names() {
    return new ArrayList<>(node.propertyNames());
  }

  Keys child(String name) {
    return new Keys(at(name), node.path(name));
  }

  Optional<String> text(String name) {
    JsonNode value = node.path(name);
    if (value.isMissingNode()) {
      return Optional.empty();
    }
    if (!value.isValueNode() || value.isNull() || value.asString().isBlank()) {
      throw new IllegalArgumentException(at(name) + ": expected a value");
    }
    return Optional.of(value.asString());
  }

  /** Returns a number from 0 to a limit. */
  Optional<BigDecimal> number(String name, BigDecimal max) {
    return text(name).map(text -> checked(name, () -> within(text, max)));
  }

  /** Returns the value; if computing it fails, the message of the exception names the key. */
  <T> T checked(String name, Supplier<T> value) {
    try {
      return value.get();
    } catch (RuntimeException wrong) {
      throw new IllegalArgumentException(at(name) + ": " + wrong.getMessage(), wrong);
    }
  }

  private static BigDecimal within(String text, BigDecimal max) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException("expected a number, not " + text, none);
    }
    if (number.signum() < 0 || number.compareTo(max) > 0) {
      throw new IllegalArgumentException(
          "expected a number from 0 to " + max.toPlainString() + ", not " + text);
    }
    return number;
  }

  private String at(String name) {
    return place + (place.contains(": ") ? "." : ": ") + name;
  }
}
