package firsthop.dns;

import java.util.List;

/**
 * A part of the tree of names, and who serves it.
 *
 * @param name of its top; the root is the empty text
 * @param servers in the order in which they are asked
 */
record Zone(String name, List<Server> servers) {

  /**
   * One name server.
   *
   * @param name empty for a root server, which has only an address
   * @param addresses those that are known; none where they have to be looked up
   */
  record Server(String name, List<String> addresses) {}

  /** Tells whether a name lies in this zone, or at its top. */
  boolean holds(String other) {
    return isAtOrAbove(name, other);
  }

  /**
   * Tells whether a name is another one or lies above it. The dot before it makes sure that labels
   * are compared and not letters. (An escaped dot in a label follows a backslash, so that {@code
   * a\.b} is not below {@code b}.)
   */
  static boolean isAtOrAbove(String name, String other) {
    if (name.isEmpty() || name.equals(other)) {
      return true;
    }
    String ending = "." + name;
    return other.endsWith(ending) && !isEscaped(other, other.length() - ending.length());
  }

  private static boolean isEscaped(String text, int position) {
    int backslashes = 0;
    while (backslashes < position && text.charAt(position - 1 - backslashes) == '\\') {
      backslashes++;
    }
    return backslashes % 2 == 1;
  }
}
