package firsthop.grader.intake;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the package that a source declares, in one pass even if the source is very long. */
final class PackageDeclaration {
  private static final String KEYWORD = "package";

  /** A lab's package is much shorter; a longer text could make the pattern slow. */
  private static final int MAX_CHARS = 500;

  private static final String IDENTIFIER =
      "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*+";

  private static final Pattern NAME = Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")*+");

  private static final Pattern AROUND_DOTS = Pattern.compile("\\s*+\\.\\s*+");

  private PackageDeclaration() {}

  /** Returns the name of the package; empty if the source does not begin with a declaration. */
  static String in(String source) {
    int start = Blanks.end(source, 0);
    int end = end(source, start);
    if (end < 0) {
      return "";
    }
    String rest = source.substring(start + KEYWORD.length(), end);
    String name = AROUND_DOTS.matcher(rest.strip()).replaceAll(".");
    return NAME.matcher(name).matches() ? name : "";
  }

  /** Returns the source with another package; every line keeps its number. */
  static String replaced(String source, String name) {
    int start = Blanks.end(source, 0);
    int end = end(source, start);
    if (end < 0) {
      return KEYWORD + " " + name + "; " + source;
    }
    String lineEnds = source.substring(start, end).replaceAll("[^\\r\\n]", "");
    return source.substring(0, start) + KEYWORD + " " + name + lineEnds + source.substring(end);
  }

  /**
   * Returns the source with imports of classes of another package; every line keeps its number.
   *
   * @param wrong the package that the imports name; empty changes nothing
   */
  static String withImports(String source, String wrong, String right) {
    if (wrong.isEmpty()) {
      return source;
    }
    // A name in small letters would be another package below the wrong one.
    Pattern ofWrong =
        Pattern.compile(
            "((?:^|;)[ \\t]*+import\\s++(?:static\\s++)?+)"
                + Pattern.quote(wrong)
                + "(?=\\.[\\p{Lu}*])",
            Pattern.MULTILINE);
    return ofWrong.matcher(source).replaceAll("$1" + Matcher.quoteReplacement(right));
  }

  /**
   * Returns where the declaration at this place ends, before its semicolon; -1 if there is none.
   */
  private static int end(String source, int start) {
    int end = source.indexOf(';', start);
    int name = start + KEYWORD.length();
    boolean declared =
        end > name
            && end - start <= MAX_CHARS
            && source.startsWith(KEYWORD, start)
            && Character.isWhitespace(source.charAt(name));
    return declared ? end : -1;
  }
}
