package firsthop.grader.export;

import firsthop.grader.control.Verdict;
import firsthop.grader.gradebook.Shown;
import firsthop.grader.settings.FeedbackLevel;
import java.util.List;

/** What a student reads beside the mark, in HTML on one line. */
final class Comments {
  private Comments() {}

  /** Write those on a submission that has a mark. */
  static String html(Graded graded, FeedbackLevel level) {
    StringBuilder html = new StringBuilder("<p><b>");
    html.append(graded.total().orElseThrow().toPlainString()).append(" of ");
    html.append(graded.max().toPlainString()).append(" points</b></p>");
    graded.remarks().forEach(remark -> html.append("<p>").append(Html.text(remark)).append("</p>"));
    html.append("<ul>");
    Shown last = Shown.NOTHING;
    for (Entry entry : Entry.of(graded, level)) {
      html.append("<li>").append(Html.text(entry.number() + " " + entry.name())).append(": ");
      if (entry.verdict() == Verdict.NOT_GRADED) {
        html.append(Verdict.NOT_GRADED.words());
      } else {
        html.append(entry.points()).append(" of ").append(entry.max());
      }
      // What javac said of a file is the same for each test of an exercise.
      if (!entry.shown().equals(last) || entry.shown().blocks().isEmpty()) {
        append(html, entry.shown());
      }
      last = entry.shown();
      html.append("</li>");
    }
    return html.append("</ul>").toString();
  }

  private static void append(StringBuilder html, Shown shown) {
    List<String> sentences = shown.sentences();
    sentences.forEach(sentence -> html.append("<br>").append(Html.text(sentence)));
    shown.blocks().forEach(block -> html.append(Html.code(block)));
  }
}
