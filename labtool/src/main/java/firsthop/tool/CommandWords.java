package firsthop.tool;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words of a command line after the name of the command: options such as {@code --seed 7} or
 * {@code --seed=7}, and the other words in their order.
 */
public final class CommandWords {
  private final Map<String, String> options = new HashMap<>();
  private final List<String> words = new ArrayList<>();

  /**
   * Sorts words.
   *
   * @param known the options that the command has, each with a value, such as {@code --seed}
   * @throws ToolException if an option is unknown, is there twice or has no value
   */
  public static CommandWords of(List<String> all, Set<String> known) throws ToolException {
    CommandWords sorted = new CommandWords();
    for (int i = 0; i < all.size(); i++) {
      String word = all.get(i);
      if (!word.startsWith("--")) {
        sorted.words.add(word);
        continue;
      }
      int equals = word.indexOf('=');
      String option = equals < 0 ? word : word.substring(0, equals);
      if (!known.contains(option)) {
        String those =
            known.isEmpty() ? "has no option" : "has " + known.stream().sorted().toList();
        throw new ToolException(option + " is not an option here; this command " + those);
      }
      if (equals < 0 && i + 1 == all.size()) {
        throw new ToolException(option + " needs a value, such as " + option + " VALUE");
      }
      String value = equals < 0 ? all.get(++i) : word.substring(equals + 1);
      if (sorted.options.put(option, value) != null) {
        throw new ToolException(option + " is there twice; give it once");
      }
    }
    return sorted;
  }

  /** Returns the words that are not options. */
  public List<String> words() {
    return List.copyOf(words);
  }

  /** Returns the value of an option, if it was given. */
  public Optional<String> option(String name) {
    return Optional.ofNullable(options.get(name));
  }

  /**
   * Returns the whole number that an option has.
   *
   * @throws ToolException if the value is not a number from {@code from} to {@code to}
   */
  public long number(String name, long otherwise, long from, long to) throws ToolException {
    Optional<String> value = option(name);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(value.get());
      if (number >= from && number <= to) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is out of range.
    }
    throw new ToolException(
        "%s is %s, but it needs a whole number from %d to %d"
            .formatted(name, PrintableText.of(value.get()), from, to));
  }

  /**
   * Returns the share that an option has, from {@code 20%}, as a number from 0 to 1.
   *
   * @throws ToolException if the value is not a percentage
   */
  public double share(String name) throws ToolException {
    String value = option(name).orElse("0%");
    try {
      double percent =
          Double.parseDouble(value.endsWith("%") ? value.substring(0, value.length() - 1) : value);
      if (percent >= 0 && percent <= 100) {
        return percent / 100;
      }
    } catch (NumberFormatException e) {
      // Said below, as for a number that is out of range.
    }
    throw new ToolException(
        "%s is %s, but it needs a percentage from 0%% to 100%%, such as 20%%"
            .formatted(name, PrintableText.of(value)));
  }
}
