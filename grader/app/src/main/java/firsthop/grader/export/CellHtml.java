package firsthop.grader.export;

import firsthop.grader.common.PlainText;
import firsthop.grader.common.SafeCsv;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text in HTML that goes into a cell of a CSV file. */
final class CellHtml {
  private static final Pattern BACKTICKS = Pattern.compile("`([^`]+)`");

  private CellHtml() {}

  /**
   * Returns text of one line so that none of it is taken for HTML, for the end of a cell, or for
   * the start of a formula: PHP, which Moodle reads with, takes a quote after a backslash for no
   * end.
   */
  static String text(String text) {
    StringBuilder html = new StringBuilder();
    PlainText.line(text).codePoints().forEach(letter -> append(html, letter));
    return html.toString();
  }

  /** Returns a sentence as {@link #text} does, with what stands in backticks as code. */
  static String sentence(String sentence) {
    return BACKTICKS.matcher(text(sentence)).replaceAll("<code>$1</code>");
  }

  /** Returns text of any lines as code, on one line. */
  static String code(String text) {
    return PlainText.lines(text).stream()
        .map(
            line -> {
              StringBuilder html = new StringBuilder();
              line.codePoints().forEach(letter -> append(html, letter));
              return html.toString();
            })
        .collect(Collectors.joining("<br>", "<pre>", "</pre>"));
  }

  private static void append(StringBuilder html, int letter) {
    boolean inWord =
        letter == '-'
            && html.length() > 0
            && Character.isLetterOrDigit(html.charAt(html.length() - 1));
    if ("&<>\"'\\\t".indexOf(letter) >= 0 || (SafeCsv.startsFormula(letter) && !inWord)) {
      html.append("&#").append(letter).append(';');
    } else {
      html.appendCodePoint(letter);
    }
  }
}
