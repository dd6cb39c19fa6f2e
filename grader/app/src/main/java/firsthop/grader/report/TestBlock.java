package firsthop.grader.report;

import static firsthop.grader.report.Html.css;
import static firsthop.grader.report.Html.tag;
import static firsthop.grader.report.Html.text;

import firsthop.grader.result.TestResult;
import java.util.List;

/** One test that did not pass: the reason, the stack frames, and the trace. */
final class TestBlock {
  static final int MAX_MESSAGE_CHARS = 20_000;
  static final int MAX_TYPE_CHARS = 300;
  static final int MAX_FRAMES = 30;

  private TestBlock() {}

  static Html of(TestResult result) {
    return tag(
        "article",
        css("test"),
        tag("h4", text(ReportText.test(result.test().key().name()))),
        tag(
            "p",
            ReportText.label(result.verdict()),
            text(
                " "
                    + result.points()
                    + " of "
                    + ReportText.count(result.test().points(), "point")
                    + ", "
                    + result.millis()
                    + " ms of "
                    + result.test().limitMillis()
                    + " ms")),
        result.test().hint().isEmpty()
            ? Html.none()
            : tag("p", css("note"), text("Hint: " + result.test().hint())),
        message(result.message()),
        thrown(result),
        PacketTraceTable.of(result));
  }

  /** Returns a text of any origin as a block, up to a limit. */
  static Html message(String message) {
    return message.isEmpty()
        ? Html.none()
        : tag("pre", css("message"), text(Escape.cut(message, MAX_MESSAGE_CHARS)));
  }

  private static Html thrown(TestResult result) {
    if (result.thrown() == null && result.frames().isEmpty()) {
      return Html.none();
    }
    StringBuilder lines = new StringBuilder("Thrown: ");
    lines.append(Escape.cut(String.valueOf(result.thrown()), MAX_TYPE_CHARS));
    List<String> frames = result.frames();
    frames.stream()
        .limit(MAX_FRAMES)
        .forEach(frame -> lines.append("\n  at ").append(Escape.cut(frame, MAX_TYPE_CHARS)));
    if (frames.size() > MAX_FRAMES) {
      lines.append("\n  and ").append(frames.size() - MAX_FRAMES).append(" more");
    }
    return tag("pre", css("message"), text(lines.toString()));
  }
}
