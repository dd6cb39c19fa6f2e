package firsthop.grader.common;

import java.util.Collection;
import java.util.stream.Collectors;

/** Lists of names for a sentence. */
public final class NameList {
  /** A longer list is hard to read on one line. */
  private static final int MAX_NAMES = 10;

  private NameList() {}

  /**
   * Returns the names in their order; if there are many, the first ones and the number of others.
   */
  public static String of(Collection<String> names) {
    return of(names, MAX_NAMES);
  }

  /**
   * Returns the names as {@link #of(Collection)} does.
   *
   * @param max how many names are listed
   */
  public static String of(Collection<String> names, int max) {
    int more = names.size() - max;
    return names.stream().limit(max).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
