package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.link;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

/** The page of the whole class. */
final class IndexPage {
  private IndexPage() {}

  static String write(ClassView view) {
    String title = view.title().isEmpty() ? "Grading report" : view.title();
    Html header =
        all(
            tag("h1", text(title)),
            tag(
                "p",
                css("note"),
                text(
                    (view.title().isEmpty() ? "" : "Grading report: ")
                        + ReportText.count(view.entries().size(), "submission")
                        + " in "
                        + String.join(", ", view.labs()))),
            tag(
                "nav",
                at("aria-label", "Sections"),
                link("#distribution", text("Totals")),
                link("#hardest", text("Tests")),
                link("#submissions", text("Submissions")),
                link("#heat", text("Exercises")),
                link("#run", text("The run"))));
    Html main =
        all(
            KeyFigures.of(view),
            NotGradedList.of(view),
            tag("div", css("pair"), Histogram.of(view), HardestTests.of(view)),
            SubmissionTable.of(view),
            HeatMap.of(view),
            RunFacts.of(view));
    return new Page(title, true, header, main).write();
  }
}
