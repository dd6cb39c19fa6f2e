package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.at;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import java.util.ArrayList;
import java.util.List;

/** The distribution of the totals, in tenths of the maximum. */
final class Histogram {
  private static final int BINS = 10;
  private static final int BAR_WIDTH = 52;
  private static final int STEP = 60;
  private static final int HEIGHT = 150;
  private static final int ABOVE = 20;
  private static final int BELOW = 28;
  private static final int BESIDE = 20;

  private Histogram() {}

  static Html of(ClassView view) {
    int[] counts = counts(view);
    int most = 0;
    int all = 0;
    for (int count : counts) {
      most = Math.max(most, count);
      all += count;
    }
    List<Html> bars = new ArrayList<>();
    List<Html> rows = new ArrayList<>();
    for (int bin = 0; bin < BINS; bin++) {
      bars.add(bar(bin, counts[bin], most));
      rows.add(
          tag(
              "tr",
              tag("th", at("scope", "row"), text(range(bin) + " %")),
              PageFragments.number(String.valueOf(counts[bin]))));
    }
    return PageFragments.section(
        "distribution",
        "Totals",
        tag(
            "p",
            css("note"),
            text(
                ReportText.count(all, "submission")
                    + " with a total, by percentage of the maximum total.")),
        tag(
            "svg",
            css("histogram"),
            at(
                "viewBox",
                -BESIDE + " 0 " + (STEP * BINS + 2 * BESIDE) + " " + (ABOVE + HEIGHT + BELOW)),
            at("role", "img"),
            at("aria-label", "Bar chart of the totals; a table of the numbers follows"),
            all(bars),
            edge(BINS)),
        tag(
            "details",
            tag("summary", text("The same as a table")),
            PageFragments.table(
                "Submissions by total",
                "distribution",
                PageFragments.header("Percent", "#Submissions"),
                tag("tbody", rows))));
  }

  private static int[] counts(ClassView view) {
    int[] counts = new int[BINS];
    for (SubmissionEntry entry : view.entries()) {
      entry
          .percent()
          .ifPresent(percent -> counts[Math.max(0, Math.min(BINS - 1, percent / BINS))]++);
    }
    return counts;
  }

  private static Html bar(int bin, int count, int most) {
    int height = most == 0 ? 0 : Math.max(count == 0 ? 1 : 3, HEIGHT * count / most);
    int left = bin * STEP + (STEP - BAR_WIDTH) / 2;
    int middle = bin * STEP + STEP / 2;
    return all(
        tag(
            "rect",
            css(count == 0 ? "bar empty" : "bar"),
            number("x", left),
            number("y", ABOVE + HEIGHT - height),
            number("width", BAR_WIDTH),
            number("height", height)),
        label("count", middle, ABOVE + HEIGHT - height - 6, count == 0 ? "" : "" + count),
        edge(bin));
  }

  /** Returns the label at the left edge of a bar, in percent. */
  private static Html edge(int bin) {
    return label("axis", bin * STEP, ABOVE + HEIGHT + BELOW - 6, "" + bin * 100 / BINS);
  }

  private static Html label(String kind, int x, int y, String text) {
    return tag("text", css(kind), number("x", x), number("y", y), text(text));
  }

  private static Html number(String name, int value) {
    return at(name, String.valueOf(value));
  }

  private static String range(int bin) {
    int from = bin * 100 / BINS;
    return bin == BINS - 1 ? from + "–100" : from + "–" + (from + 100 / BINS - 1);
  }
}
