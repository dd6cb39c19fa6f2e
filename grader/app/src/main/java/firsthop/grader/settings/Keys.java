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
 * The keys of one map of a settings file. What is wrong with one is an IllegalArgumentException
 * that names it.
 *
 * @param place where the map is, such as {@code firsthop.yaml: labs.lab01}
 */
record Keys(String place, JsonNode node) {

  Keys {
    if (!node.isObject() && !node.isMissingNode() && !node.isNull()) {
      throw new IllegalArgumentException(place + ": expected keys with values");
    }
  }

  /** Refuses every key but these. */
  void allow(String... known) {
    Set<String> expected = new TreeSet<>(List.of(known));
    for (String name : names()) {
      if (!expected.contains(name)) {
        throw new IllegalArgumentException(
            at(name) + ": no such key; there are " + String.join(", ", expected));
      }
    }
  }

  List<String> names() {
    return new ArrayList<>(node.propertyNames());
  }

  Keys below(String name) {
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
  Optional<BigDecimal> number(String name, BigDecimal most) {
    return text(name).map(text -> checked(name, () -> within(text, most)));
  }

  /** Returns what comes out; what is wrong about it is said with the key's name. */
  <T> T checked(String name, Supplier<T> value) {
    try {
      return value.get();
    } catch (RuntimeException wrong) {
      throw new IllegalArgumentException(at(name) + ": " + wrong.getMessage(), wrong);
    }
  }

  private static BigDecimal within(String text, BigDecimal most) {
    BigDecimal number;
    try {
      number = new BigDecimal(text);
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException("expected a number, not " + text, none);
    }
    if (number.signum() < 0 || number.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "expected a number from 0 to " + most.toPlainString() + ", not " + text);
    }
    return number;
  }

  private String at(String name) {
    return place + (place.contains(": ") ? "." : ": ") + name;
  }
}
