package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.link;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.result.SubmissionResult;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The page of one submission, with everything that is known about it. */
final class SubmissionPage {
  static final int MAX_NOTICE_CHARS = 2_000;

  private final ClassView view;
  private final int place;
  private final SubmissionEntry entry;

  private SubmissionPage(ClassView view, int place) {
    this.view = view;
    this.place = place;
    this.entry = view.entries().get(place);
  }

  /**
   * Returns the page as HTML.
   *
   * @param place the index of the submission among the entries
   */
  static String write(ClassView view, int place) {
    return new SubmissionPage(view, place).write();
  }

  private String write() {
    Html main =
        all(
            MarkTable.of(entry, view),
            notices(),
            all(entry.result().labs().stream().map(lab -> LabSection.of(entry, lab)).toList()),
            facts(view.zone()));
    return new Page(entry.id() + ", " + title(), false, header(), main).write();
  }

  private String title() {
    return view.title().isEmpty() ? "grading report" : view.title();
  }

  private Html header() {
    List<Html> nav = new ArrayList<>();
    nav.add(Page.home());
    if (place > 0) {
      nav.add(neighbour("Previous: ", place - 1));
    }
    if (place < view.entries().size() - 1) {
      nav.add(neighbour("Next: ", place + 1));
    }
    return all(
        tag("nav", at("aria-label", "Submissions"), all(nav)),
        tag("h1", ReportText.name(entry.id())),
        tag(
            "p",
            css("sum"),
            tag(
                "strong",
                text(
                    entry
                        .total()
                        .map(total -> ReportText.of(total, entry.marks().max()))
                        .orElse("no mark"))),
            text(" "),
            SubmissionTable.status(entry),
            entry.late() ? ReportText.label("fault", "late") : Html.none(),
            entry.marks().overrides().isEmpty()
                ? Html.none()
                : ReportText.label("none", "set by hand")));
  }

  private Html neighbour(String label, int other) {
    SubmissionEntry neighbour = view.entries().get(other);
    return link(neighbour.page(), text(label), ReportText.name(neighbour.id()));
  }

  private Html notices() {
    List<String> notices = new ArrayList<>(entry.marks().notices());
    notices.addAll(entry.result().notices());
    if (notices.isEmpty()) {
      return Html.none();
    }
    List<Html> items = new ArrayList<>();
    for (String notice : notices) {
      items.add(tag("li", text(Escape.cut(notice, MAX_NOTICE_CHARS))));
    }
    return PageFragments.section("notices", "Notices", tag("ul", css("notices"), all(items)));
  }

  private Html facts(ZoneId zone) {
    SubmissionResult result = entry.result();
    return PageFragments.section(
        "run",
        "The run",
        tag(
            "dl",
            css("facts"),
            fact(
                "Graded",
                ReportText.time(result.started(), zone),
                text(" (" + zone + "), in " + ReportText.duration(result.millis()))),
            fact("Digest of the files", tag("code", text(result.digest()))),
            fact(
                "Exam",
                text(entry.kept().run().examVersion() + ", seed " + entry.kept().run().seed())),
            fact("JDK", text(entry.kept().run().sandbox().jdk()))));
  }

  private static Html fact(String name, Html... value) {
    return tag("div", tag("dt", text(name)), tag("dd", value));
  }
}
