package firsthop.grader.course;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text files in the exam's jar that have titles and hints in another language than English. No
 * verdict depends on them.
 */
public final class HintFiles {
  private static final Pattern NAME =
      Pattern.compile("firsthop/grader/exams/hints-lab\\d\\d\\.([a-z]{2})\\.properties");

  private HintFiles() {}

  /** Returns the language of an entry of the jar, such as {@code ko}; empty for another entry. */
  public static Optional<String> language(String entry) {
    Matcher name = NAME.matcher(entry);
    return name.matches() ? Optional.of(name.group(1)) : Optional.empty();
  }
}
