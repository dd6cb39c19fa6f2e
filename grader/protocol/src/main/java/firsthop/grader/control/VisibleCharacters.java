package firsthop.grader.control;

/** Tells which characters of a candidate's text may be shown as they are. */
public final class VisibleCharacters {
  private VisibleCharacters() {}

  /**
   * Returns whether a character is visible. It is assigned, does not break a line, and controls
   * neither a terminal nor the direction of text.
   *
   * @param codePoint a code point
   */
  public static boolean isVisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
