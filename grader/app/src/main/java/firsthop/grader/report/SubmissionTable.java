package firsthop.grader.report;

import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The table of all submissions. The page's script makes it sortable and searchable. */
final class SubmissionTable {
  private SubmissionTable() {}

  static Html of(ClassView view) {
    boolean persons =
        view.entries().stream().anyMatch(each -> !each.result().arrival().person().isEmpty());
    List<Html> rows = new ArrayList<>();
    view.entries().forEach(entry -> rows.add(row(entry, view.labs(), persons)));
    return PageFragments.section(
        "submissions",
        "Submissions",
        tag(
            "div",
            css("search"),
            at("hidden", ""),
            tag("label", at("for", "search"), text("Search")),
            tag(
                "input",
                at("type", "search"),
                at("id", "search"),
                at("autocomplete", "off"),
                at("placeholder", "name, status, late …")),
            tag("p", at("id", "shown"), at("role", "status"))),
        PageFragments.table(
            "Marks of each submission (* set by hand, ↓ reduced by the late rule)",
            "submissions",
            header(view, persons),
            tag("tbody", rows)));
  }

  private static Html header(ClassView view, boolean persons) {
    List<Html> cells = new ArrayList<>();
    cells.add(column("Submission", "text"));
    if (persons) {
      cells.add(column("Person", "text"));
    }
    view.labs().forEach(lab -> cells.add(column(lab, "number")));
    cells.add(column("Total", "number"));
    cells.add(column("%", "number"));
    cells.add(column("Status", "text"));
    cells.add(column("Notes", "text"));
    return tag("thead", tag("tr", cells));
  }

  private static Html column(String name, String kind) {
    return tag("th", at("scope", "col"), at("data-kind", kind), css(kind), text(name));
  }

  private static Html row(SubmissionEntry entry, List<String> labs, boolean persons) {
    List<Html> cells = new ArrayList<>();
    cells.add(PageFragments.name(entry));
    if (persons) {
      cells.add(tag("td", css("person"), ReportText.name(entry.result().arrival().person())));
    }
    labs.forEach(
        lab ->
            cells.add(
                PageFragments.number(entry.mark(lab).map(SubmissionTable::mark).orElse("–"))));
    cells.add(
        tag(
            "td",
            css("number total"),
            text(entry.total().map(total -> total.toPlainString()).orElse("–"))));
    cells.add(PageFragments.number(entry.percent().map(String::valueOf).orElse("–")));
    cells.add(tag("td", status(entry)));
    cells.add(tag("td", css("notes"), text(String.join("; ", notes(entry)))));
    return tag("tr", cells);
  }

  private static String mark(LabMark mark) {
    return mark.after().toPlainString()
        + (mark.overridden() ? "*" : "")
        + (mark.percentOff().signum() > 0 ? "↓" : "");
  }

  static Html status(SubmissionEntry entry) {
    return ReportText.label(
        switch (entry.result().status()) {
          case GRADED -> "good";
          case NOTHING_HANDED_IN -> "none";
          case BROKE_THE_BENCH -> "bad";
          case NOT_GRADED, NOT_READABLE -> "fault";
        },
        entry.result().status().label());
  }

  private static List<String> notes(SubmissionEntry entry) {
    List<String> notes = new ArrayList<>();
    Map<Integer, List<String>> late = new TreeMap<>();
    for (LabMark mark : entry.marks().labs()) {
      if (mark.daysLate() > 0) {
        late.computeIfAbsent(mark.daysLate(), first -> new ArrayList<>()).add(mark.lab());
      }
    }
    late.forEach(
        (days, labs) ->
            notes.add("late by " + ReportText.count(days, "day") + ": " + String.join(", ", labs)));
    if (notes.isEmpty() && entry.late()) {
      notes.add("marked as late");
    }
    for (PointsOverride given : entry.marks().overrides()) {
      notes.add(given.exercise() + " set by hand");
    }
    int notices = entry.result().notices().size() + entry.marks().notices().size();
    if (notices > 0) {
      notes.add(ReportText.count(notices, "notice"));
    }
    return notes;
  }
}
