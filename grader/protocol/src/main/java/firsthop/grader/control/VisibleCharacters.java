package firsthop.grader.control;

/** What is known of single letters of text that a candidate chose. */
public final class VisibleCharacters {
  private VisibleCharacters() {}

  /**
   * Tells whether a letter is seen as itself: it is assigned, breaks no line, and steers neither a
   * terminal nor the order of others.
   *
   * @param letter a code point
   */
  public static boolean isSeen(int letter) {
    return switch (Character.getType(letter)) {
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
