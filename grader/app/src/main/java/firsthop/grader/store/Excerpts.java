package firsthop.grader.store;

import firsthop.grader.control.Verdict;
import firsthop.grader.course.Lab;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The lines of one lab's files around javac's errors, kept because the files may be gone when
 * somebody reads the errors.
 *
 * @param files by path, then by the line's number, counted from 1
 */
public record Excerpts(Map<String, NavigableMap<Integer, String>> files) {
  /** No excerpts. */
  public static final Excerpts NONE = new Excerpts(Map.of());

  /** The number of lines before an error, and after it. */
  public static final int AROUND = 2;

  /** The maximum length of a line; the rest is cut off. */
  static final int MAX_LINE_CHARS = 200;

  /** The maximum number of lines for a lab; the first errors are kept. */
  static final int MAX_LINES = 400;

  /** The beginning of an error in javac's messages for a file. */
  private static final Pattern ERROR = Pattern.compile("(?m)^line (\\d{1,7}): ");

  /** Takes the excerpts from sources that did not compile. */
  public static Excerpts of(LabResult lab, Map<String, String> sources) {
    Map<String, NavigableMap<Integer, String>> files = new TreeMap<>();
    int left = MAX_LINES;
    for (Map.Entry<String, String> problem : BoundedResult.names(problems(lab)).entrySet()) {
      String source = sources.get(problem.getKey());
      if (source != null && left > 0) {
        NavigableMap<Integer, String> lines = around(errors(problem.getValue()), source, left);
        left -= lines.size();
        files.put(problem.getKey(), lines);
      }
    }
    return new Excerpts(files);
  }

  /** Returns the line numbers in javac's errors, in their order. */
  public static List<Integer> errors(String problem) {
    return ERROR
        .matcher(problem)
        .results()
        .map((MatchResult found) -> Integer.valueOf(found.group(1)))
        .toList();
  }

  private static Map<String, String> problems(LabResult lab) {
    Map<String, String> problems = new TreeMap<>(lab.leftOut());
    for (ExerciseResult exercise : lab.exercises()) {
      exercise.tests().stream()
          .filter(test -> test.verdict() == Verdict.DID_NOT_COMPILE)
          .findFirst()
          .ifPresent(
              test ->
                  problems.put(Lab.studentPath(exercise.exercise().contract()), test.message()));
    }
    return problems;
  }

  private static NavigableMap<Integer, String> around(
      List<Integer> errors, String source, int most) {
    NavigableMap<Integer, String> kept = new TreeMap<>();
    List<String> lines = source.lines().toList();
    for (int error : errors) {
      int last = Math.min(lines.size(), error + AROUND);
      for (int line = Math.max(1, error - AROUND); line <= last && kept.size() < most; line++) {
        kept.put(line, cut(lines.get(line - 1)));
      }
    }
    return kept;
  }

  private static String cut(String line) {
    return line.length() <= MAX_LINE_CHARS ? line : line.substring(0, MAX_LINE_CHARS) + "…";
  }
}
