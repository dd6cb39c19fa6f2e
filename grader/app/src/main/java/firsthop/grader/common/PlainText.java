package firsthop.grader.common;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Makes text from students safe to display. Replaces control characters, characters that change the
 * direction of text, and code points that are not characters, so the result is also valid in XML
 * 1.0.
 */
public final class PlainText {
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\t]]");
  private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\R\\s*");

  private PlainText() {}

  /** Returns the text on one line. Tabs are replaced, too. */
  public static String line(String text) {
    return clean(LINE_ENDS.matcher(text.strip()).replaceAll(" ")).replace('\t', '?');
  }

  /** Returns the lines of the text. Tabs stay. */
  public static List<String> lines(String text) {
    return text.lines().map(PlainText::clean).toList();
  }

  private static String clean(String text) {
    return INVISIBLE.matcher(text).replaceAll("?");
  }
}
