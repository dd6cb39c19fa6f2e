package firsthop.grader.export;

import firsthop.grader.common.PlainText;
import firsthop.grader.common.SafeCsv;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Converts text to HTML for a cell of a CSV file. */
final class CellHtml {
  private static final Pattern BACKTICKS = Pattern.compile("`([^`]+)`");

  private CellHtml() {}

  /**
   * Returns one line of text in which nothing is read as HTML, as the end of a cell, or as the
   * start of a formula. A backslash is escaped too: for PHP, which Moodle uses, a quote after a
   * backslash does not end a cell.
   */
  static String text(String text) {
    StringBuilder html = new StringBuilder();
    PlainText.line(text).codePoints().forEach(letter -> append(html, letter));
    return html.toString();
  }

  /** Returns a sentence as {@link #text} does, with text in backticks as code. */
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
