package firsthop.grader.export;

import java.util.List;

/** Names in a sentence. */
final class Names {
  private static final int MOST = 10;

  private Names() {}

  /** Return them, and of many the first ones and how many more there are. */
  static String some(List<String> names) {
    if (names.size() <= MOST) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, MOST)) + " and " + (names.size() - MOST) + " more";
  }
}
