package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.control.Verdict;
import firsthop.grader.course.Lab;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.TestResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The section of one lab on a submission's page. */
final class LabSection {
  /** Verdicts that all tests of an exercise share, so that they are shown once. */
  private static final Set<Verdict> OF_AN_EXERCISE =
      Set.of(Verdict.MISSING, Verdict.DID_NOT_COMPILE, Verdict.OPEN, Verdict.NOT_GRADED);

  private LabSection() {}

  static Html of(SubmissionEntry entry, LabResult lab) {
    List<Html> parts = new ArrayList<>();
    lab.leftOut()
        .forEach(
            (path, problem) ->
                parts.add(
                    all(
                        tag(
                            "p",
                            text(
                                "This file belongs to no exercise and did not compile, so it was left out:")),
                        CompileErrors.of(path, problem, entry.excerpts(lab.id())))));
    lab.exercises().forEach(exercise -> parts.add(exercise(entry, lab, exercise)));
    return PageFragments.section(
        lab.id(),
        lab.id() + ": " + (lab.notGraded() ? "not graded" : lab.score() + " of " + lab.max()),
        all(parts));
  }

  private static Html exercise(SubmissionEntry entry, LabResult lab, ExerciseResult result) {
    String id = result.exercise().id();
    return tag(
        "section",
        css("exercise"),
        at("aria-labelledby", "e" + id),
        tag(
            "h3",
            at("id", "e" + id),
            text(id + " " + result.exercise().title() + " "),
            tag("span", css("points"), text(points(entry, result)))),
        tag("p", css("note"), text(result.exercise().rfc())),
        alike(result) ? once(entry, lab, result) : each(result));
  }

  private static String points(SubmissionEntry entry, ExerciseResult result) {
    int max = result.exercise().max();
    String tests = result.notGraded() ? "not graded" : result.score() + " of " + max;
    return entry
        .override(result.exercise().id())
        .map(
            given ->
                given.points() + " of " + max + ", set by hand (the tests gave: " + tests + ")")
        .orElse(tests);
  }

  private static boolean alike(ExerciseResult result) {
    TestResult first = result.tests().get(0);
    return OF_AN_EXERCISE.contains(first.verdict())
        && result.tests().stream()
            .allMatch(
                test ->
                    test.verdict() == first.verdict() && test.message().equals(first.message()));
  }

  private static Html once(SubmissionEntry entry, LabResult lab, ExerciseResult result) {
    TestResult first = result.tests().get(0);
    return all(
        tag(
            "p",
            ReportText.label(first.verdict()),
            text(" " + ReportText.count(result.tests().size(), "test"))),
        first.verdict() == Verdict.DID_NOT_COMPILE
            ? CompileErrors.of(
                Lab.studentPath(result.exercise().contract()),
                first.message(),
                entry.excerpts(lab.id()))
            : TestBlock.message(first.message()));
  }

  private static Html each(ExerciseResult result) {
    List<Html> parts = new ArrayList<>();
    List<TestResult> passed = new ArrayList<>();
    for (TestResult test : result.tests()) {
      if (test.verdict() == Verdict.PASSED) {
        passed.add(test);
      } else {
        parts.add(TestBlock.of(test));
      }
    }
    if (!passed.isEmpty()) {
      parts.add(passed(passed));
    }
    return all(parts);
  }

  private static Html passed(List<TestResult> passed) {
    List<Html> items = new ArrayList<>();
    for (TestResult test : passed) {
      items.add(
          tag(
              "li",
              text(ReportText.test(test.test().key().name()) + " "),
              tag("small", text(test.points() + ", " + test.millis() + " ms"))));
    }
    return tag(
        "details",
        tag(
            "summary",
            ReportText.label(Verdict.PASSED),
            text(" " + ReportText.count(passed.size(), "test"))),
        tag("ul", css("passed"), all(items)));
  }
}
