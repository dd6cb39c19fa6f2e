package firsthop.grader.report;

import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.TestResult;
import java.util.ArrayList;
import java.util.List;

/** The labs without a mark because the machine failed, the reason, and the command to retry. */
final class NotGradedList {
  private static final int MAX_REASON_CHARS = 600;

  private NotGradedList() {}

  static Html of(ClassView view) {
    List<SubmissionEntry> entries =
        view.entries().stream().filter(each -> each.result().notGraded()).toList();
    if (entries.isEmpty()) {
      return Html.none();
    }
    List<Html> rows = new ArrayList<>();
    for (SubmissionEntry entry : entries) {
      for (LabResult lab : entry.result().labs()) {
        if (lab.notGraded()) {
          rows.add(row(entry, lab));
        }
      }
    }
    return tag(
        "section",
        css("warning"),
        at("aria-labelledby", "not-graded"),
        tag("h2", at("id", "not-graded"), text("Not graded")),
        tag(
            "p",
            text("The machine failed, so these have no mark. This command grades them again:")),
        tag("pre", css("command"), tag("code", text(view.retryCommand()))),
        PageFragments.table(
            "Labs that were not graded, and the reason",
            "not-graded",
            PageFragments.header("Submission", "Lab", "Reason"),
            tag("tbody", rows)));
  }

  private static Html row(SubmissionEntry entry, LabResult lab) {
    return tag(
        "tr",
        PageFragments.name(entry),
        tag("td", text(lab.id())),
        tag("td", css("prose"), text(Escape.cut(reason(lab), MAX_REASON_CHARS))));
  }

  private static String reason(LabResult lab) {
    return lab.exercises().stream()
        .map(ExerciseResult::tests)
        .flatMap(List::stream)
        .filter(test -> test.verdict() == Verdict.NOT_GRADED)
        .map(TestResult::message)
        .findFirst()
        .orElse("");
  }
}
