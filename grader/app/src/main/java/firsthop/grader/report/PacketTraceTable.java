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

/** The trace of a test as a table. Two endpoints stay on the same sides in all rows. */
final class PacketTraceTable {
  static final int MAX_ROWS = 200;
  static final int MAX_CHARS = 500;

  private PacketTraceTable() {}

  static Html of(TestResult result) {
    List<TraceEntry> trace = result.trace();
    if (trace.isEmpty()) {
      return Html.none();
    }
    Map<String, String> lefts = new HashMap<>();
    List<Html> rows = new ArrayList<>();
    for (TraceEntry entry : trace.subList(0, Math.min(MAX_ROWS, trace.size()))) {
      rows.add(row(entry, lefts));
    }
    int more = trace.size() - rows.size();
    TestKey test = result.test().key();
    return all(
        PageFragments.table(
            "Messages on the wire: " + test.exercise() + " " + ReportText.test(test.name()),
            "trace-" + test.exercise() + "-" + test.name(),
            PageFragments.header("#ms", "Endpoint", "Direction", "Endpoint", "Message", "Outcome"),
            tag("tbody", css("trace"), all(rows))),
        more == 0
            ? Html.none()
            : tag(
                "p",
                css("note"),
                text(ReportText.count(more, "more message") + "; result.json has all of them")));
  }

  /**
   * Returns the row of an entry.
   *
   * @param lefts the endpoint on the left for each pair: the one that sent the first message
   */
  private static Html row(TraceEntry entry, Map<String, String> lefts) {
    String pair =
        entry.from().compareTo(entry.to()) < 0
            ? entry.from() + "\n" + entry.to()
            : entry.to() + "\n" + entry.from();
    boolean forth = lefts.computeIfAbsent(pair, first -> entry.from()).equals(entry.from());
    return tag(
        "tr",
        PageFragments.number(String.format(Locale.ROOT, "%.3f", entry.micros() / 1_000.0)),
        cell(forth ? entry.from() : entry.to()),
        tag("td", css("way"), text(forth ? "→" : "←")),
        cell(forth ? entry.to() : entry.from()),
        cell(entry.summary()),
        cell(entry.outcome()));
  }

  private static Html cell(String text) {
    return tag("td", text(Escape.cut(text, MAX_CHARS)));
  }
}
