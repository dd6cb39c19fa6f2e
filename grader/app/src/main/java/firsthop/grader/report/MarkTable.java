package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.link;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.marks.DueDates;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.submission.SubmissionOrigin;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Shows where a submission came from, and how its marks were computed. */
final class MarkTable {
  private MarkTable() {}

  static Html of(SubmissionEntry entry, ClassView view) {
    ZoneId zone = view.zone();
    List<Html> rows = new ArrayList<>();
    entry.result().labs().forEach(lab -> rows.add(row(entry, lab, zone)));
    return PageFragments.section(
        "marks",
        "Marks",
        arrival(entry.result().arrival(), zone),
        PageFragments.table(
            "From points to marks",
            "marks",
            PageFragments.header(
                "Lab", "#From the tests", "#With overrides", "Due", "Late", "#Mark", "#Maximum"),
            tag("tbody", rows)),
        view.weights().isEmpty()
            ? Html.none()
            : tag(
                "p", css("note"), text("In the total, " + String.join(", ", view.weights()) + ".")),
        overrides(entry.marks().overrides(), zone),
        exercises(entry));
  }

  private static Html exercises(SubmissionEntry entry) {
    List<Html> links = new ArrayList<>();
    for (LabResult lab : entry.result().labs()) {
      for (ExerciseResult each : lab.exercises()) {
        String id = each.exercise().id();
        links.add(
            link(
                "#e" + id,
                text(id + " "),
                tag("small", text(HeatMap.sign(entry, each) + "/" + each.exercise().max()))));
      }
    }
    return tag("nav", css("exercises"), at("aria-label", "Exercises"), all(links));
  }

  private static Html row(SubmissionEntry entry, LabResult lab, ZoneId zone) {
    Optional<LabMark> mark = entry.mark(lab.id());
    return tag(
        "tr",
        tag("th", at("scope", "row"), link("#" + lab.id(), text(lab.id()))),
        PageFragments.number(lab.notGraded() ? "not graded" : String.valueOf(lab.score())),
        PageFragments.number(
            mark.map(each -> each.before() + (each.overridden() ? "*" : "")).orElse("–")),
        tag("td", mark.flatMap(LabMark::due).map(due -> due(due, zone)).orElse(text("–"))),
        tag("td", text(late(entry, mark))),
        tag(
            "td",
            css("number total"),
            text(mark.map(each -> each.after().toPlainString()).orElse("–"))),
        PageFragments.number(String.valueOf(lab.max())));
  }

  private static Html due(DueDates.Due due, ZoneId zone) {
    return all(ReportText.time(due.at(), zone), text(due.extended() ? " (extended)" : ""));
  }

  private static String late(SubmissionEntry entry, Optional<LabMark> given) {
    if (given.isEmpty() || given.get().due().isEmpty()) {
      return "–";
    }
    LabMark mark = given.get();
    if (mark.daysLate() == 0) {
      return entry.marks().undated() ? "not known" : "no";
    }
    return ReportText.count(mark.daysLate(), "day")
        + ", "
        + mark.percentOff().toPlainString()
        + " % off";
  }

  private static Html overrides(List<PointsOverride> overrides, ZoneId zone) {
    List<Html> items = new ArrayList<>();
    for (PointsOverride given : overrides) {
      items.add(
          tag(
              "li",
              tag(
                  "strong",
                  text(given.exercise() + " set to " + ReportText.count(given.points(), "point"))),
              text(", "),
              ReportText.time(given.at(), zone),
              text(": " + Escape.cut(given.reason(), SubmissionPage.MAX_NOTICE_CHARS))));
    }
    return items.isEmpty() ? Html.none() : tag("ul", css("notices"), all(items));
  }

  private static Html arrival(SubmissionOrigin arrival, ZoneId zone) {
    List<Html> parts = new ArrayList<>();
    if (!arrival.person().isEmpty()) {
      parts.add(ReportText.name(arrival.person()));
    }
    if (!arrival.account().isEmpty()) {
      parts.add(account(arrival));
    } else if (!arrival.from().isEmpty()) {
      parts.add(text("from " + arrival.from()));
    }
    arrival
        .at()
        .ifPresent(
            at ->
                parts.add(
                    all(text("handed in "), ReportText.time(at, zone), text(" (" + zone + ")"))));
    if (arrival.late()) {
      parts.add(text("marked as late by the platform"));
    }
    return parts.isEmpty() ? Html.none() : tag("p", css("note arrival"), spans(parts));
  }

  /** Returns the number that the platform gave: Gradescope's is of the submission, not the user. */
  private static Html account(SubmissionOrigin arrival) {
    String kind = arrival.from().equals("Gradescope") ? " submission " : " account ";
    return all(text((arrival.from() + kind).strip() + " "), ReportText.name(arrival.account()));
  }

  private static Html spans(List<Html> parts) {
    return all(parts.stream().map(part -> tag("span", part)).toList());
  }
}
