package firsthop.grader.proof.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * A part of a handout or of its hints, from one heading to the next of the same level.
 *
 * @param heading without its marks; empty for the part before the first heading
 * @param lines without the heading
 */
record MarkdownSection(String heading, List<String> lines) {
  private static final String FENCE = "```";
  private static final String INDENT = "    ";
  private static final Pattern HEADING = Pattern.compile("#+(?= )");
  private static final Pattern CODE = Pattern.compile("`[^`]+`");
  private static final Pattern NUMBER = Pattern.compile("\\d+(?:[,.]\\d+)*");
  private static final Pattern TARGET = Pattern.compile("(?<=]\\()[^)\\s]+(?=\\))");

  /** Splits a row of a table into its cells; a bar after a backslash is text. */
  static List<String> cells(String row) {
    String[] cells = row.strip().split("(?<!\\\\)\\|", -1);
    List<String> texts = new ArrayList<>();
    for (int i = 1; i < cells.length - 1; i++) {
      texts.add(cells[i].strip().replace("\\|", "|"));
    }
    return texts;
  }

  /** Returns the numbers in a text, such as {@code 65,536} and {@code 127.0.0.1}. */
  static List<String> numbers(String text) {
    return NUMBER.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Returns the lines below a heading, such as {@code ### An idea}; none where it is not there. */
  List<String> below(String subheading) {
    int start = lines.indexOf(subheading);
    return start < 0 ? List.of() : lines.subList(start + 1, endOf(start));
  }

  /** Returns the section without a heading and what is below it. */
  MarkdownSection without(String subheading) {
    int start = lines.indexOf(subheading);
    if (start < 0) {
      return this;
    }
    List<String> rest = new ArrayList<>(lines.subList(0, start));
    rest.addAll(lines.subList(endOf(start), lines.size()));
    return new MarkdownSection(heading, rest);
  }

  /** Returns the marks of its headings, such as {@code ###}. */
  List<String> levels() {
    return prose().stream()
        .flatMap(line -> HEADING.matcher(line).results())
        .filter(mark -> mark.start() == 0)
        .map(MatchResult::group)
        .toList();
  }

  /** Returns the lines of its blocks of code. */
  List<String> code() {
    return split(true);
  }

  /** Returns how many rows each of its tables has, with the head and the line below it. */
  List<Integer> tables() {
    List<Integer> tables = new ArrayList<>();
    int rows = 0;
    for (String line : lines) {
      if (line.startsWith("|")) {
        rows++;
      } else if (rows > 0) {
        tables.add(rows);
        rows = 0;
      }
    }
    if (rows > 0) {
      tables.add(rows);
    }
    return tables;
  }

  /** Returns the commands, names and values that stand in its sentences as code. */
  List<String> spans() {
    return found(CODE);
  }

  /** Returns where its links and pictures lead to. */
  List<String> targets() {
    return found(TARGET);
  }

  /** Returns the numbers outside of its blocks of code. */
  List<String> numbers() {
    return numbers(String.join(" ", prose()));
  }

  private List<String> found(Pattern pattern) {
    return pattern
        .matcher(String.join(" ", prose()))
        .results()
        .map(MatchResult::group)
        .map(text -> text.replace(ExerciseFiles.KOREAN_END, ".md"))
        .toList();
  }

  /** Returns the lines outside of its blocks of code. */
  List<String> prose() {
    return split(false);
  }

  private List<String> split(boolean code) {
    List<String> chosen = new ArrayList<>();
    boolean fenced = false;
    for (String line : lines) {
      boolean fence = line.startsWith(FENCE);
      if ((fenced || fence || line.startsWith(INDENT)) == code) {
        chosen.add(line);
      }
      fenced ^= fence;
    }
    return chosen;
  }

  private int endOf(int start) {
    Predicate<String> isHeading = line -> HEADING.matcher(line).lookingAt();
    int end = start + 1;
    while (end < lines.size() && !isHeading.test(lines.get(end))) {
      end++;
    }
    return end;
  }
}
