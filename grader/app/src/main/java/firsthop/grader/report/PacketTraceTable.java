package firsthop.grader.report;

import static firsthop.grader.report.Html.all;
import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.control.TestKey;
import firsthop.grader.control.TraceEntry;
import firsthop.grader.result.TestResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What went over the wire while a test ran: two ends always stand on the same sides. */
final class PacketTraceTable {
  static final int MAX_RUNGS = 200;
  static final int MAX_CHARS = 500;

  private PacketTraceTable() {}

  static Html of(TestResult result) {
    List<TraceEntry> ladder = result.ladder();
    if (ladder.isEmpty()) {
      return Html.none();
    }
    Map<String, String> lefts = new HashMap<>();
    List<Html> rows = new ArrayList<>();
    for (TraceEntry rung : ladder.subList(0, Math.min(MAX_RUNGS, ladder.size()))) {
      rows.add(row(rung, lefts));
    }
    int more = ladder.size() - rows.size();
    TestKey test = result.test().key();
    return all(
        PageFragments.table(
            "On the wire: " + test.exercise() + " " + ReportText.test(test.name()),
            "ladder-" + test.exercise() + "-" + test.name(),
            PageFragments.header("#ms", "End", "Way", "End", "What", "Became of it"),
            tag("tbody", css("ladder"), all(rows))),
        more == 0
            ? Html.none()
            : tag(
                "p",
                css("note"),
                text("and " + ReportText.count(more, "rung") + " more; result.json has them all")));
  }

  /**
   * Return a rung.
   *
   * @param lefts which end of two stands on the left: the one that spoke first
   */
  private static Html row(TraceEntry rung, Map<String, String> lefts) {
    String pair =
        rung.from().compareTo(rung.to()) < 0
            ? rung.from() + "\n" + rung.to()
            : rung.to() + "\n" + rung.from();
    boolean forth = lefts.computeIfAbsent(pair, first -> rung.from()).equals(rung.from());
    return tag(
        "tr",
        PageFragments.number(String.format(Locale.ROOT, "%.3f", rung.micros() / 1_000.0)),
        cell(forth ? rung.from() : rung.to()),
        tag("td", css("way"), text(forth ? "→" : "←")),
        cell(forth ? rung.to() : rung.from()),
        cell(rung.what()),
        cell(rung.fate()));
  }

  private static Html cell(String words) {
    return tag("td", text(Escape.cut(words, MAX_CHARS)));
  }
}
