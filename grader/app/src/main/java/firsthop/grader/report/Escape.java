package firsthop.grader.report;

import firsthop.grader.control.VisibleCharacters;
import java.util.Locale;

/** Escapes text of any origin for a page, so that every character is visible. */
final class Escape {
  private Escape() {}

  /**
   * Appends a text. Characters that control a terminal, change the text direction or are invisible
   * are shown by their number, such as {@code [U+202E]}.
   */
  static void text(String text, StringBuilder out) {
    int i = 0;
    while (i < text.length()) {
      int letter = text.codePointAt(i);
      i += Character.charCount(letter);
      switch (letter) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\'' -> out.append("&#39;");
        case '\n', '\t' -> out.append((char) letter);
        default -> append(letter, out);
      }
    }
  }

  /** Returns a text up to a number of characters, and says how many were left out. */
  static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most)
            + String.format(
                Locale.ROOT,
                "… (%,d more characters; result.json has all of them)",
                text.length() - most);
  }

  private static void append(int letter, StringBuilder out) {
    if (VisibleCharacters.isVisible(letter)) {
      out.appendCodePoint(letter);
    } else {
      out.append(String.format("[U+%04X]", letter));
    }
  }
}
