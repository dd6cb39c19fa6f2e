package firsthop.grader.report;

import firsthop.grader.control.VisibleCharacters;
import java.util.Locale;

/** Makes text of any origin text of a page, in which every character can be seen. */
final class Escape {
  private Escape() {}

  /**
   * Appends a text. What steers a terminal, turns the order of letters or has no shape is named by
   * its number, such as {@code [U+202E]}.
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

  /** Returns a text up to a number of characters; what is left out is said. */
  static String cut(String text, int most) {
    return text.length() <= most
        ? text
        : text.substring(0, most)
            + String.format(
                Locale.ROOT,
                "… (%,d characters more; result.json has them all)",
                text.length() - most);
  }

  private static void append(int letter, StringBuilder out) {
    if (VisibleCharacters.isSeen(letter)) {
      out.appendCodePoint(letter);
    } else {
      out.append(String.format("[U+%04X]", letter));
    }
  }
}
