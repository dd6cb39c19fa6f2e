package firsthop.grader.proof.patch;

import java.util.List;

/** The lines of a text, each of which ends with a line feed. */
final class SourceLines {
  private SourceLines() {}

  /**
   * Returns the lines without their line feeds.
   *
   * @throws IllegalArgumentException when the last line has none
   */
  static List<String> split(String text) {
    if (text.isEmpty()) {
      return List.of();
    }
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("no line feed at the end of: " + text);
    }
    return List.of(text.substring(0, text.length() - 1).split("\n", -1));
  }

  /** Returns the text that has these lines. */
  static String join(List<String> lines) {
    return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
  }
}
