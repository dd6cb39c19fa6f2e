package firsthop.grader.proof.rules;

import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What can be earned in the whole course, as its sources say.
 *
 * @param labs the points of each lab, by its id
 * @param tests how many hidden tests there are
 */
record CourseTotals(Map<String, Integer> labs, int tests) {

  /**
   * Adds up all exercises.
   *
   * @throws BadSourceException when a contract or hidden tests cannot be understood
   */
  static CourseTotals of(List<ExerciseSources> exercises) throws IOException {
    Map<String, Integer> labs = new TreeMap<>();
    int tests = 0;
    for (ExerciseSources sources : exercises) {
      labs.merge(sources.files().labId(), sources.contract().points(), Integer::sum);
      tests += sources.exam().tests().size();
    }
    return new CourseTotals(labs, tests);
  }

  /** Returns those with more in one lab. */
  CourseTotals plus(String lab, int points, int moreTests) {
    Map<String, Integer> more = new TreeMap<>(labs);
    more.merge(lab, points, Integer::sum);
    return new CourseTotals(more, tests + moreTests);
  }

  /** Returns the points of all labs. */
  int points() {
    return labs.values().stream().mapToInt(Integer::intValue).sum();
  }
}
