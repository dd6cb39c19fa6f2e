package firsthop.grader.cli;

import firsthop.grader.common.PlainText;
import java.util.List;
import org.jline.utils.WCWidth;

/** Text that a student chose, on a terminal. */
final class TerminalText {
  private TerminalText() {}

  /** Returns it on one line, without what steers a terminal or turns the order of letters. */
  static String plain(String text) {
    return PlainText.line(text);
  }

  /** Returns its lines as they are indented, each as {@link #plain} as one line is. */
  static List<String> lines(String text) {
    return PlainText.lines(text).stream()
        .map(line -> line.replace("\t", "    ").stripTrailing())
        .toList();
  }

  /** Returns how many columns plain text takes; a Korean letter takes two. */
  static int columns(String plain) {
    return plain.codePoints().map(TerminalText::columns).sum();
  }

  /** Returns as much of plain text as fits, with an ellipsis where it was cut. */
  static String cut(String plain, int columns) {
    if (columns(plain) <= columns) {
      return plain;
    }
    StringBuilder kept = new StringBuilder();
    int left = columns - 1;
    for (int letter : plain.codePoints().toArray()) {
      left -= columns(letter);
      if (left < 0) {
        break;
      }
      kept.appendCodePoint(letter);
    }
    return kept.append('…').toString();
  }

  private static int columns(int letter) {
    return Math.max(0, WCWidth.wcwidth(letter));
  }
}
