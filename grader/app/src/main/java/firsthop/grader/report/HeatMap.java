package firsthop.grader.report;

import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.control.ExamPlan;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table of the points of each submission in each exercise, with colours. */
final class HeatMap {
  private static final String FULL = "h4";
  private static final String MISSING = "–";
  private static final String OPEN = "○";
  private static final String DID_NOT_COMPILE = "×";
  private static final String NOT_GRADED = "?";

  private HeatMap() {}

  static Html of(ClassView view) {
    Map<String, List<ExamPlan.Exercise>> labs = view.exercises();
    List<Html> rows = new ArrayList<>();
    for (SubmissionEntry entry : view.entries()) {
      rows.add(row(entry, labs));
    }
    return PageFragments.section(
        "heat",
        "Exercises",
        legend(),
        tag(
            "div",
            css("heat"),
            PageFragments.table(
                "Points in each exercise, one row per submission",
                "heat",
                header(labs),
                tag("tbody", rows))));
  }

  private static Html legend() {
    return tag(
        "ul",
        css("legend"),
        key("h0", "0", "no points"),
        key("h2", "6", "some points"),
        key(FULL, "10", "all points"),
        key("none", MISSING, "missing"),
        key("none", OPEN, "open"),
        key("bad", DID_NOT_COMPILE, "did not compile"),
        key("fault", NOT_GRADED, "not graded"),
        key("h2", "7*", "set by hand"));
  }

  private static Html key(String kind, String sign, String meaning) {
    return tag("li", tag("span", css("cell " + kind), text(sign)), text(" " + meaning));
  }

  private static Html header(Map<String, List<ExamPlan.Exercise>> labs) {
    List<Html> groups = new ArrayList<>();
    groups.add(tag("td"));
    List<Html> columns = new ArrayList<>();
    columns.add(tag("th", at("scope", "col"), text("Submission")));
    labs.forEach(
        (lab, exercises) -> {
          if (!exercises.isEmpty()) {
            groups.add(
                tag(
                    "th",
                    at("scope", "colgroup"),
                    at("colspan", String.valueOf(exercises.size())),
                    text(lab)));
          }
          exercises.forEach(exercise -> columns.add(column(exercise)));
        });
    return tag("thead", tag("tr", groups), tag("tr", columns));
  }

  private static Html column(ExamPlan.Exercise exercise) {
    return tag(
        "th",
        at("scope", "col"),
        at("title", exercise.title()),
        text(exercise.id()),
        tag("small", text(" of " + exercise.max())));
  }

  private static Html row(SubmissionEntry entry, Map<String, List<ExamPlan.Exercise>> labs) {
    Map<String, ExerciseResult> results = new HashMap<>();
    for (LabResult lab : entry.result().labs()) {
      lab.exercises().forEach(each -> results.put(each.exercise().id(), each));
    }
    List<Html> cells = new ArrayList<>();
    cells.add(PageFragments.name(entry));
    for (List<ExamPlan.Exercise> exercises : labs.values()) {
      for (ExamPlan.Exercise exercise : exercises) {
        ExerciseResult result = results.get(exercise.id());
        cells.add(result == null ? tag("td") : cell(entry, result));
      }
    }
    return tag("tr", cells);
  }

  private static Html cell(SubmissionEntry entry, ExerciseResult result) {
    String sign = sign(entry, result);
    String kind =
        switch (sign) {
          case NOT_GRADED -> "fault";
          case MISSING, OPEN -> "none";
          case DID_NOT_COMPILE -> "bad";
          default -> level(entry.points(result), result.exercise().max());
        };
    return tag("td", css(kind), text(sign));
  }

  /** Returns the points that count for an exercise, or a sign that says why there are none. */
  static String sign(SubmissionEntry entry, ExerciseResult result) {
    if (entry.override(result.exercise().id()).isPresent()) {
      return entry.points(result) + "*";
    }
    if (result.notGraded()) {
      return NOT_GRADED;
    }
    if (every(result, Verdict.MISSING)) {
      return MISSING;
    }
    if (every(result, Verdict.OPEN)) {
      return OPEN;
    }
    return every(result, Verdict.DID_NOT_COMPILE)
        ? DID_NOT_COMPILE
        : String.valueOf(result.score());
  }

  private static boolean every(ExerciseResult result, Verdict verdict) {
    return result.tests().stream().allMatch(test -> test.verdict() == verdict);
  }

  /** Returns the colour class: no points, up to 1/3, up to 2/3, less than all, or all. */
  static String level(int points, int max) {
    if (points <= 0) {
      return "h0";
    }
    if (points >= max) {
      return FULL;
    }
    return "h" + (1 + Math.min(2, 3 * points / max));
  }
}
