package firsthop.grader.proof.rules;

import firsthop.grader.files.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sample submissions of a checkout: copies of its reference and skeletons, and a table of what
 * all samples earn.
 */
public record Samples(CourseSources course) {
  private static final String TABLE_HEAD = "| submission |";

  /** Returns the rows of the table that are wrong, and what each must be. */
  Map<SampleRow, SampleRow> wrongRows() throws IOException {
    CourseTotals totals = course.totals();
    Map<SampleRow, SampleRow> wrong = new LinkedHashMap<>();
    for (String line : MarkdownFile.read(readme()).lines()) {
      if (isRow(line)) {
        SampleRow row = SampleRow.read(line);
        SampleRow right = row.in(totals);
        if (!right.equals(row)) {
          wrong.put(row, right);
        }
      }
    }
    return wrong;
  }

  /** Copies reference and skeleton of an exercise, and corrects the table. */
  public void update(ExerciseFiles exercise) throws IOException {
    copy(exercise.reference(), exercise.sampleReference());
    copy(exercise.skeleton(), exercise.sampleSkeleton());
    WholeFile.write(readme(), corrected(course.totals()));
  }

  /**
   * Returns the text with the table as it must be when a lab has more.
   *
   * @param points and tests, as many more
   */
  public String withMore(String lab, int points, int tests) throws IOException {
    return corrected(course.totals().plus(lab, points, tests));
  }

  /** Returns the file that has the table. */
  public Path readme() {
    return course.checkout().home().resolve("examples/README.md");
  }

  private String corrected(CourseTotals totals) throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : MarkdownFile.read(readme()).lines()) {
      lines.add(isRow(line) ? SampleRow.read(line).in(totals).toString() : line);
    }
    return String.join("\n", lines) + "\n";
  }

  private static boolean isRow(String line) {
    return line.startsWith("| ") && !line.startsWith(TABLE_HEAD);
  }

  private static void copy(Path original, Path copy) throws IOException {
    Files.createDirectories(copy.getParent());
    Files.copy(original, copy, StandardCopyOption.REPLACE_EXISTING);
  }
}
