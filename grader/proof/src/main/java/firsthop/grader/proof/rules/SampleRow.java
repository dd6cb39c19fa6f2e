package firsthop.grader.proof.rules;

import firsthop.grader.proof.source.BadSourceException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A row of the table of samples, such as {@code | reference | 100/100 | 100/100 | 200/200 | graded
 * | 386 passed | the reference |}: one cell for each lab after the sample, then total, status,
 * verdicts, and what the sample shows.
 *
 * @param cells without the space around them
 */
record SampleRow(List<String> cells) {
  private static final String REFERENCE = "reference";
  private static final Set<String> WHOLE = Set.of(REFERENCE, "skeleton");
  private static final String MISSING = "missing";
  private static final Pattern SCORE = Pattern.compile("(\\d+)/\\d+");
  private static final Pattern VERDICT = Pattern.compile("(\\d+) ([a-z ]+)");

  SampleRow {
    cells = List.copyOf(cells);
  }

  /** Reads a row of a table in Markdown. */
  static SampleRow read(String line) {
    String[] cells = line.split("\\|", -1);
    return new SampleRow(Arrays.stream(cells, 1, cells.length - 1).map(String::strip).toList());
  }

  String sample() {
    return cells.get(0);
  }

  /**
   * Returns the row as it must be in a course. The reference earns everything, and the skeleton is
   * open everywhere. The others keep what they have, and do not hand in the rest.
   *
   * @throws BadSourceException when it is no such row
   */
  SampleRow in(CourseTotals course) throws BadSourceException {
    int total = 1 + course.labs().size();
    List<String> right = new ArrayList<>(cells);
    if (cells.size() <= total + 2) {
      throw unreadable("a cell for each of " + course.labs().keySet());
    }
    int sum = 0;
    int cell = 1;
    for (int most : course.labs().values()) {
      int earned = sample().equals(REFERENCE) ? most : earned(cells.get(cell));
      right.set(cell, earned + "/" + most);
      sum += earned;
      cell++;
    }
    right.set(total, sum + "/" + course.points());
    right.set(total + 2, verdicts(cells.get(total + 2), course.tests()));
    return new SampleRow(right);
  }

  /** Returns the cells that differ from another row's. */
  String cellsUnlike(SampleRow other) {
    return IntStream.range(0, cells.size())
        .filter(i -> !cells.get(i).equals(other.cells.get(i)))
        .mapToObj(cells::get)
        .collect(Collectors.joining(" | "));
  }

  /** Returns it in Markdown. */
  @Override
  public String toString() {
    return "| " + String.join(" | ", cells) + " |";
  }

  private String verdicts(String cell, int tests) throws BadSourceException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String verdict : cell.split(", ")) {
      Matcher count = VERDICT.matcher(verdict);
      if (!count.matches()) {
        throw unreadable("verdicts such as \"9 passed, 1 open\"");
      }
      counts.put(count.group(2), Integer.valueOf(count.group(1)));
    }
    if (WHOLE.contains(sample())) {
      counts.replaceAll((verdict, count) -> tests);
    } else {
      counts.remove(MISSING);
      int handedIn = counts.values().stream().mapToInt(Integer::intValue).sum();
      if (handedIn < tests) {
        counts.put(MISSING, tests - handedIn);
      }
    }
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + count.getKey())
        .collect(Collectors.joining(", "));
  }

  private int earned(String cell) throws BadSourceException {
    Matcher score = SCORE.matcher(cell);
    if (!score.matches()) {
      throw unreadable("points such as 4/100");
    }
    return Integer.parseInt(score.group(1));
  }

  private BadSourceException unreadable(String expected) {
    return new BadSourceException(
        "the row of " + sample() + " in examples/README.md", "needs " + expected);
  }
}
