package firsthop.grader.report;

import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.control.TestKey;
import firsthop.grader.control.Verdict;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.TestResult;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tests that failed for most of the submissions that ran them. */
final class HardestTests {
  static final int SHOWN = 12;
  private static final int PERCENT = 100;

  private HardestTests() {}

  static Html of(ClassView view) {
    List<Tally> hardest =
        tallies(view).stream()
            .filter(tally -> tally.missed() > 0)
            .sorted(
                Comparator.comparingInt(Tally::missed)
                    .reversed()
                    .thenComparingInt(each -> each.tried))
            .limit(SHOWN)
            .toList();
    if (hardest.isEmpty()) {
      return PageFragments.section(
          "hardest", "Tests that fail most", tag("p", css("note"), text("No test failed.")));
    }
    List<Html> rows = new ArrayList<>();
    hardest.forEach(tally -> rows.add(row(tally)));
    return PageFragments.section(
        "hardest",
        "Tests that fail most",
        tag(
            "p",
            css("note"),
            text(
                "Only submissions whose code ran in the test count. Open and missing exercises do not.")),
        PageFragments.table(
            "The " + ReportText.count(hardest.size(), "test") + " that fail most often",
            "hardest",
            PageFragments.header("Exercise", "Test", "#Not passed", "#Out of", "Verdicts"),
            tag("tbody", rows)));
  }

  private static Html row(Tally tally) {
    int percent =
        ReportText.percent(BigDecimal.valueOf(tally.missed()), BigDecimal.valueOf(tally.tried));
    return tag(
        "tr",
        tag("td", text(tally.test.exercise())),
        tag("th", at("scope", "row"), css("prose"), text(ReportText.test(tally.test.name()))),
        tag("td", css("number"), text(tally.missed() + " "), share(percent)),
        PageFragments.number(tally.tried + " (" + percent + " %)"),
        tag("td", css("how"), text(tally.verdicts())));
  }

  private static Html share(int percent) {
    return tag(
        "svg",
        css("share"),
        at("viewBox", "0 0 " + PERCENT + " 8"),
        at("preserveAspectRatio", "none"),
        at("aria-hidden", "true"),
        tag("rect", at("width", String.valueOf(percent)), at("height", "8")));
  }

  private static List<Tally> tallies(ClassView view) {
    Map<TestKey, Tally> tallies = new LinkedHashMap<>();
    for (SubmissionEntry entry : view.entries()) {
      for (LabResult lab : entry.result().labs()) {
        for (ExerciseResult exercise : lab.exercises()) {
          for (TestResult test : exercise.tests()) {
            tallies.computeIfAbsent(test.test().key(), Tally::new).add(test.verdict());
          }
        }
      }
    }
    return List.copyOf(tallies.values());
  }

  /** The verdicts on one test in the whole class. */
  private static final class Tally {
    private final TestKey test;
    private int tried;
    private int failed;
    private int timedOut;
    private int crashed;

    Tally(TestKey test) {
      this.test = test;
    }

    void add(Verdict verdict) {
      switch (verdict) {
        case PASSED -> tried++;
        case FAILED -> {
          tried++;
          failed++;
        }
        case TIMED_OUT -> {
          tried++;
          timedOut++;
        }
        case CRASHED -> {
          tried++;
          crashed++;
        }
        default -> {}
      }
    }

    int missed() {
      return failed + timedOut + crashed;
    }

    String verdicts() {
      List<String> counts = new ArrayList<>();
      addCount(failed, Verdict.FAILED, counts);
      addCount(timedOut, Verdict.TIMED_OUT, counts);
      addCount(crashed, Verdict.CRASHED, counts);
      return String.join(", ", counts);
    }

    private static void addCount(int count, Verdict verdict, List<String> counts) {
      if (count > 0) {
        counts.add(count + " " + verdict.label());
      }
    }
  }
}
