package firsthop.grader.export;

import firsthop.grader.control.Verdict;
import firsthop.grader.settings.FeedbackLevel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A job summary for GitHub Actions, to append to {@code $GITHUB_STEP_SUMMARY}. The format is
 * described in "Workflow commands for GitHub Actions" of the GitHub Docs ("Adding a job summary":
 * GitHub flavored Markdown, at most 1 MiB per step).
 */
public record MarkdownExport() implements Export {
  /** GitHub's limit for one step. It does not show a larger summary at all. */
  static final int MAX_BYTES = 1 << 20;

  /** Space for the line that says how many submissions were left out. */
  private static final int RESERVE = 1_000;

  private static final int MAX_TESTS = 10;

  /** Verdicts of tests that ran. A missing or open exercise says nothing about its tests. */
  private static final Set<Verdict> RAN_AND_FAILED =
      Set.of(Verdict.FAILED, Verdict.TIMED_OUT, Verdict.CRASHED);

  @Override
  public ExportResult export(Grades grades) {
    StringBuilder text = new StringBuilder("## ");
    text.append(grades.title().isEmpty() ? "Grades" : Markdown.code(grades.title()));
    text.append("\n\n").append(count(grades)).append("\n");
    if (grades.feedback() != FeedbackLevel.SCORE) {
      failing(grades, text);
    }
    table(grades, text);
    return new ExportResult(Map.of("summary.md", text.toString()), List.of());
  }

  private static String count(Grades grades) {
    Map<String, Long> statuses =
        grades.all().stream()
            .collect(
                Collectors.groupingBy(
                    MarkdownExport::status, LinkedHashMap::new, Collectors.counting()));
    return grades.all().size()
        + (grades.all().size() == 1 ? " submission: " : " submissions: ")
        + statuses.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
  }

  /** Returns the status; an override can give a mark to a submission that was not graded. */
  private static String status(ExportedSubmission graded) {
    return graded.total().isPresent() && graded.result().hasNoMark()
        ? "graded by the instructor"
        : graded.result().status().label();
  }

  private static void failing(Grades grades, StringBuilder text) {
    Map<String, Integer> failed = new LinkedHashMap<>();
    for (ExportedSubmission graded : grades.all()) {
      for (FeedbackEntry entry : FeedbackEntry.of(graded, grades)) {
        if (RAN_AND_FAILED.contains(entry.verdict())) {
          failed.merge(entry.number() + " " + entry.name(), 1, Integer::sum);
        }
      }
    }
    if (failed.isEmpty()) {
      return;
    }
    text.append("\n### Tests that failed most\n\n| test | failed by |\n|---|---:|\n");
    failed.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(MAX_TESTS)
        .forEach(
            each ->
                text.append("| ")
                    .append(Markdown.code(each.getKey()))
                    .append(" | ")
                    .append(each.getValue())
                    .append(" |\n"));
  }

  private static void table(Grades grades, StringBuilder text) {
    text.append("\n### Marks\n\n| submission |");
    grades.labs().forEach(lab -> text.append(' ').append(lab).append(" |"));
    text.append(" total | status |\n|---|");
    text.append("---:|".repeat(grades.labs().size() + 1)).append("---|\n");
    List<String> remarks = new ArrayList<>();
    int bytes = bytes(text);
    int rows = 0;
    for (ExportedSubmission graded : grades.all()) {
      List<String> own =
          graded.remarks(grades.words()).stream()
              .map(each -> Markdown.code(graded.id()) + ": " + Markdown.code(each))
              .toList();
      StringBuilder row = row(graded, grades.labs(), remarks.size(), own.size());
      StringBuilder notes = notes(own, remarks.size());
      bytes += bytes(row) + bytes(notes);
      if (bytes > MAX_BYTES - RESERVE) {
        break;
      }
      text.append(row);
      remarks.addAll(own);
      rows++;
    }
    if (!remarks.isEmpty()) {
      text.append('\n').append(notes(remarks, 0));
    }
    int left = grades.all().size() - rows;
    if (left > 0) {
      text.append("\n**")
          .append(left)
          .append(left == 1 ? " submission is" : " submissions are")
          .append(" left out:** the limit of a job summary is 1 MiB.")
          .append(" All are in `grades.csv`.\n");
    }
  }

  private static StringBuilder row(
      ExportedSubmission graded, List<String> labs, int before, int remarks) {
    StringBuilder row = new StringBuilder("| ").append(Markdown.code(graded.id()));
    for (int i = 1; i <= remarks; i++) {
      row.append(" <sup>").append(before + i).append("</sup>");
    }
    row.append(" |");
    for (String lab : labs) {
      row.append(' ')
          .append(
              graded
                  .mark(lab)
                  .map(mark -> mark.after().toPlainString() + "/" + mark.max())
                  .orElse("-"))
          .append(" |");
    }
    row.append(' ')
        .append(
            graded
                .total()
                .map(total -> total.toPlainString() + "/" + graded.max().toPlainString())
                .orElse("-"));
    return row.append(" | ").append(status(graded)).append(" |\n");
  }

  private static StringBuilder notes(List<String> remarks, int before) {
    StringBuilder notes = new StringBuilder();
    for (int i = 0; i < remarks.size(); i++) {
      notes.append(before + i + 1).append(". ").append(remarks.get(i)).append('\n');
    }
    return notes;
  }

  private static int bytes(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.UTF_8).length;
  }
}
