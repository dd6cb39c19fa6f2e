package firsthop.grader.intake;

/** White space and comments in Java sources. */
final class Blanks {
  private Blanks() {}

  /** Returns the first place at or after this one that is not white space and not in a comment. */
  static int end(String source, int from) {
    int at = from;
    while (at < source.length()) {
      if (Character.isWhitespace(source.charAt(at))) {
        at++;
      } else if (source.startsWith("//", at)) {
        at = lineEnd(source, at);
      } else if (source.startsWith("/*", at)) {
        int end = source.indexOf("*/", at + 2);
        at = end < 0 ? source.length() : end + 2;
      } else {
        break;
      }
    }
    return at;
  }

  private static int lineEnd(String source, int from) {
    int at = from;
    while (at < source.length() && source.charAt(at) != '\n' && source.charAt(at) != '\r') {
      at++;
    }
    return at;
  }
}
