package firsthop.grader.common;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Text that a student chose, made harmless to read: nothing in it steers a terminal, turns the
 * order of letters, or is no character at all, so that XML 1.0 can hold it, too.
 */
public final class PlainText {
  private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}&&[^\\t]]");
  private static final Pattern LINE_ENDS = Pattern.compile("\\s*\\R\\s*");

  private PlainText() {}

  /** Returns it on one line. */
  public static String line(String text) {
    return clean(LINE_ENDS.matcher(text.strip()).replaceAll(" ")).replace('\t', '?');
  }

  /** Returns its lines; tabs stay. */
  public static List<String> lines(String text) {
    return text.lines().map(PlainText::clean).toList();
  }

  private static String clean(String text) {
    return UNSEEN.matcher(text).replaceAll("?");
  }
}
