package firsthop.grader.cli;

import firsthop.grader.common.PlainText;
import java.util.List;
import org.jline.utils.WCWidth;

/** Makes a student's text safe for a terminal. */
final class TerminalText {
  private TerminalText() {}

  /** Returns the text on one line, without control characters and changes of direction. */
  static String plain(String text) {
    return PlainText.line(text);
  }

  /** Returns the lines of the text with their indentation, each made safe as by {@link #plain}. */
  static List<String> lines(String text) {
    return PlainText.lines(text).stream()
        .map(line -> line.replace("\t", "    ").stripTrailing())
        .toList();
  }

  /** Returns how many columns plain text takes; a Korean letter takes two. */
  static int columns(String plain) {
    return plain.codePoints().map(TerminalText::columns).sum();
  }

  /** Returns plain text, cut to this width with an ellipsis if it is longer. */
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
