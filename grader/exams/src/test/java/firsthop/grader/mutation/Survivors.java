package firsthop.grader.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The mutants that are known to survive, each with the reason why it is harmless, in {@code
 * grader/exams/mutation/survivors.md}. An entry names the source line by its text, so that it
 * stands when lines move:
 *
 * <pre>
 * - MyIpv4Codec.parse, `while (at &lt; text.length())`, changed conditional boundary: the reason
 * </pre>
 */
final class Survivors {
  private static final Pattern ENTRY =
      Pattern.compile("- (\\w+)\\.(\\S+), `(.+?)`, (.+?): (\\S.+)");

  private final List<String> known = new ArrayList<>();

  Survivors(Path list) throws IOException {
    for (String line : Files.readAllLines(list)) {
      Matcher entry = ENTRY.matcher(line);
      if (entry.matches()) {
        known.add(line.substring(0, entry.start(5) - 2));
      } else if (line.startsWith("- ")) {
        throw new IOException(list + ": an entry has another form: " + line);
      }
    }
  }

  /** Returns the entry for a mutant, without a reason. */
  static String entry(Mutant mutant, List<String> source) {
    return "- %s.%s, `%s`, %s"
        .formatted(
            mutant.type(), mutant.method(), source.get(mutant.line() - 1).strip(), mutant.change());
  }

  /** Returns the entries of the list for this class. */
  List<String> of(String type) {
    return known.stream().filter(entry -> entry.startsWith("- " + type + ".")).toList();
  }
}
