package firsthop.grader.platforms;

import java.util.Collection;

/** Finds what names have in common at their start, such as the name of an assignment. */
final class CommonPrefix {
  private CommonPrefix() {}

  /** Returns the longest text with which all names begin. */
  static String of(Collection<String> names) {
    return names.stream().reduce(CommonPrefix::of).orElse("");
  }

  private static String of(String one, String other) {
    int same = 0;
    while (same < Math.min(one.length(), other.length())
        && one.charAt(same) == other.charAt(same)) {
      same++;
    }
    return one.substring(0, same);
  }
}
