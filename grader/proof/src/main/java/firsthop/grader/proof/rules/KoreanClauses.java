package firsthop.grader.proof.rules;

import firsthop.grader.proof.Defect;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of a Korean handout that has each clause of an exercise's hidden tests in Korean. */
final class KoreanClauses {
  /** Above the table, in the section of the exercise. */
  static final String HEADING = "### 계약의 문장";

  /** The head, and the line below it. */
  private static final int HEAD_ROWS = 2;

  private KoreanClauses() {}

  static void check(ExerciseSources sources, List<Defect> defects) throws IOException {
    ExerciseFiles files = sources.files();
    Path handout = files.korean(files.handout());
    Optional<MarkdownSection> section = KoreanRule.section(handout, files.id());
    if (section.isEmpty()) {
      return;
    }
    String where = files.shown(handout) + ", " + files.id() + ", \"" + HEADING + "\"";
    Map<String, String> translated = rows(section.get(), where, sources, defects);
    Set<String> clauses = new LinkedHashSet<>();
    sources.exam().tests().forEach(test -> clauses.addAll(test.clauses()));
    for (String clause : clauses) {
      String korean = translated.getOrDefault(clause, "");
      List<String> numbers =
          Translation.missing(MarkdownSection.numbers(clause), MarkdownSection.numbers(korean));
      if (korean.isBlank()) {
        defects.add(
            sources.defect(
                where, "a row of \"" + clause + "\"", "none", "add it, with its Korean sentence"));
      } else if (!numbers.isEmpty()) {
        defects.add(
            sources.defect(
                where,
                "the numbers " + numbers + " of \"" + clause + "\"",
                "\"" + korean + "\"",
                "write them in the Korean sentence"));
      }
    }
    for (String row : translated.keySet()) {
      if (!clauses.contains(row)) {
        defects.add(
            sources.defect(
                where, "clauses of " + files.contract() + "Exam", "\"" + row + "\"", "delete it"));
      }
    }
  }

  private static Map<String, String> rows(
      MarkdownSection section, String where, ExerciseSources sources, List<Defect> defects) {
    Map<String, String> rows = new LinkedHashMap<>();
    List<String> table =
        section.below(HEADING).stream().filter(line -> line.startsWith("|")).toList();
    for (String line : table.subList(Math.min(HEAD_ROWS, table.size()), table.size())) {
      List<String> cells = MarkdownSection.cells(line);
      if (cells.size() != 2 || rows.put(cells.get(0), cells.get(1)) != null) {
        defects.add(
            sources.defect(
                where,
                "a row with a clause and its Korean sentence, once",
                line,
                "correct it; write a bar as \\|"));
      }
    }
    return rows;
  }
}
