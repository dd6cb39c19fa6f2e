package firsthop.grader.export;

import firsthop.grader.common.PlainText;

/** Text that a student chose, in Markdown. */
final class Markdown {
  private static final int MOST = 200;

  private Markdown() {}

  /**
   * Returns a text as a code span, in which there is no markup, link or mention. A vertical bar
   * would end a table cell and a grave accent the code span, so similar characters replace them.
   */
  static String code(String text) {
    String line = PlainText.line(text).replace('`', '\u02CB').replace('|', '\u00A6');
    return "`" + cut(line.isEmpty() ? "?" : line) + "`";
  }

  private static String cut(String line) {
    return line.codePointCount(0, line.length()) <= MOST
        ? line
        : line.substring(0, line.offsetByCodePoints(0, MOST - 1)) + "…";
  }
}
