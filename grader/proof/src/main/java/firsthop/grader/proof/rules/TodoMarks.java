package firsthop.grader.proof.rules;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The TODOs that an author has left in a file.
 *
 * @param line of the first one, counted from 1
 * @param count of the lines that have one
 */
record TodoMarks(int line, int count) {
  private static final Pattern TODO = Pattern.compile("\\bTODO\\b");

  /** Finds those in a whole file. */
  static Optional<TodoMarks> in(List<String> lines) {
    return in(lines, IntStream.range(0, lines.size()));
  }

  /** Finds those in what a handout or its hints say of one exercise: a row and a section. */
  static Optional<TodoMarks> in(MarkdownFile text, String exercise) {
    IntStream.Builder own = IntStream.builder();
    int last = -1;
    for (int line = 0; line < text.lines().size(); line++) {
      if (text.lines().get(line).startsWith("## " + exercise + " ")) {
        last = text.end(line);
      }
      if (line < last || text.lines().get(line).startsWith("| " + exercise + " ")) {
        own.add(line);
      }
    }
    return in(text.lines(), own.build());
  }

  /** Finds those in the lines that begin with one of these. */
  static Optional<TodoMarks> in(List<String> lines, List<String> starts) {
    return in(
        lines,
        IntStream.range(0, lines.size())
            .filter(line -> starts.stream().anyMatch(lines.get(line)::startsWith)));
  }

  private static Optional<TodoMarks> in(List<String> lines, IntStream chosen) {
    int[] marked = chosen.filter(line -> TODO.matcher(lines.get(line)).find()).toArray();
    return marked.length == 0
        ? Optional.empty()
        : Optional.of(new TodoMarks(marked[0] + 1, marked.length));
  }
}
