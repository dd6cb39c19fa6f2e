package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.link;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.intake.Arrival;
import firsthop.grader.marks.LabMark;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a submission came, and how its marks came about. */
final class MarkTable {
  private MarkTable() {}

  static Html of(Entry entry, ZoneId zone) {
    List<Html> rows = new ArrayList<>();
    entry.result().labs().forEach(lab -> rows.add(row(entry, lab)));
    return Parts.section(
        "marks",
        "Marks",
        arrival(entry.result().arrival(), zone),
        Parts.table(
            "From points to marks",
            "marks",
            Parts.header("Lab", "#By the tests", "#With set by hand", "Late", "#Counts", "#Of"),
            tag("tbody", rows)),
        overrides(entry.marks().overrides(), zone),
        exercises(entry));
  }

  private static Html exercises(Entry entry) {
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

  private static Html row(Entry entry, LabResult lab) {
    Optional<LabMark> mark = entry.mark(lab.id());
    return tag(
        "tr",
        tag("th", at("scope", "row"), link("#" + lab.id(), text(lab.id()))),
        Parts.number(lab.notGraded() ? "not graded" : String.valueOf(lab.score())),
        Parts.number(mark.map(each -> each.before() + (each.overridden() ? "*" : "")).orElse("–")),
        tag("td", text(mark.map(MarkTable::late).orElse("–"))),
        tag(
            "td",
            css("number total"),
            text(mark.map(each -> each.after().toPlainString()).orElse("–"))),
        Parts.number(String.valueOf(lab.max())));
  }

  private static String late(LabMark mark) {
    if (mark.daysLate() == 0) {
      return "no";
    }
    return Words.count(mark.daysLate(), "day")
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
                  text(given.exercise() + " set to " + Words.count(given.points(), "point"))),
              text(", "),
              Words.time(given.at(), zone),
              text(": " + Escape.cut(given.reason(), SubmissionPage.MAX_NOTICE_CHARS))));
    }
    return items.isEmpty() ? Html.none() : tag("ul", css("notices"), all(items));
  }

  private static Html arrival(Arrival arrival, ZoneId zone) {
    List<Html> words = new ArrayList<>();
    if (!arrival.person().isEmpty()) {
      words.add(Words.name(arrival.person()));
    }
    if (!arrival.account().isEmpty()) {
      words.add(all(text("account "), Words.name(arrival.account())));
    }
    if (!arrival.from().isEmpty()) {
      words.add(text("from " + arrival.from()));
    }
    arrival.at().ifPresent(at -> words.add(all(text("handed in "), Words.time(at, zone))));
    if (arrival.late()) {
      words.add(text("marked late there"));
    }
    return words.isEmpty() ? Html.none() : tag("p", css("note arrival"), spans(words));
  }

  private static Html spans(List<Html> words) {
    return all(words.stream().map(word -> tag("span", word)).toList());
  }
}
