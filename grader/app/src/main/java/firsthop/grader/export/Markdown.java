package firsthop.grader.export;

import firsthop.grader.common.PlainText;

/** Text that a student chose, in Markdown. */
final class Markdown {
  private static final int MOST = 200;

  private Markdown() {}

  /**
   * Returns it as a code span, in which nothing is markup, a link or somebody's name, and which
   * fits into a cell of a table: a bar or a grave accent would end one or the other, so they are
   * replaced by what looks like them.
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
