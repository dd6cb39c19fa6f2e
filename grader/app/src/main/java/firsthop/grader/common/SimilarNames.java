package firsthop.grader.common;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Suggestions of known names, for a message about an unknown name. */
public final class SimilarNames {
  /** A longer list does not help on one line. */
  static final int MAX = 8;

  private SimilarNames() {}

  /** Returns a list of the names that contain the given one; if there are none, of all names. */
  public static String alike(String given, Collection<String> names) {
    List<String> similar =
        names.stream().filter(name -> lower(name).contains(lower(given))).sorted().toList();
    List<String> listed = similar.isEmpty() ? names.stream().sorted().toList() : similar;
    return "there are " + NameList.of(listed, MAX);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
