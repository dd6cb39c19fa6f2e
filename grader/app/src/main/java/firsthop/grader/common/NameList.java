package firsthop.grader.common;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names in a sentence, however many there are. */
public final class NameList {
  /** More than these nobody reads on one line. */
  private static final int MOST = 10;

  private NameList() {}

  /** Returns them in their order; of many the first ones, and how many more there are. */
  public static String of(Collection<String> names) {
    return of(names, MOST);
  }

  /** Returns them as {@link #of(Collection)} does, with so many as the first ones. */
  public static String of(Collection<String> names, int most) {
    int more = names.size() - most;
    return names.stream().limit(most).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
