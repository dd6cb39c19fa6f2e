package firsthop.grader.common;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** SimilarNames for a message to somebody who gave another one. */
public final class SimilarNames {
  /** More than these is no help on one line. */
  static final int MAX = 8;

  private SimilarNames() {}

  /** Says which names there are: those with the one that was given in them, or else all. */
  public static String alike(String given, Collection<String> names) {
    List<String> close =
        names.stream().filter(name -> lower(name).contains(lower(given))).sorted().toList();
    List<String> told = close.isEmpty() ? names.stream().sorted().toList() : close;
    return "there are " + NameList.of(told, MAX);
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
