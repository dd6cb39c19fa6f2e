package firsthop.grader.archives;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Notices for the instructor about one submission. Their number and length are limited. */
public final class Notices {
  public static final int MAX = 100;

  /** A normal path and the reason need half of this. */
  public static final int MAX_CHARS = 500;

  private final List<String> kept = new ArrayList<>();
  private final Set<String> details = new HashSet<>();
  private int omitted;
  private boolean lost;

  public void add(String notice) {
    if (kept.size() < MAX) {
      kept.add(cut(notice));
    } else {
      omitted++;
    }
  }

  /** Adds a notice that needs no decision, so that the terminal does not show it. */
  public void addDetail(String notice) {
    details.add(cut(notice));
    add(notice);
  }

  /** Adds a notice that something could not be read which may be a part of the student's work. */
  public void addLost(String notice) {
    lost = true;
    add(notice);
  }

  /** Returns whether something could not be read which may be a part of the student's work. */
  public boolean isLost() {
    return lost;
  }

  public List<String> list() {
    List<String> all = new ArrayList<>(kept);
    if (omitted > 0) {
      all.add("and " + omitted + " more notices");
    }
    return List.copyOf(all);
  }

  /** Returns how many notices were added. */
  public int count() {
    return kept.size() + omitted;
  }

  /** Returns the notices without the details. */
  public List<String> listWithoutDetails() {
    return list().stream().filter(notice -> !details.contains(notice)).toList();
  }

  /** Removes the middle, because the end says what is wrong. */
  private static String cut(String notice) {
    int letters = notice.codePointCount(0, notice.length());
    if (letters <= MAX_CHARS) {
      return notice;
    }
    int half = MAX_CHARS / 2;
    return notice.substring(0, notice.offsetByCodePoints(0, half))
        + " … "
        + notice.substring(notice.offsetByCodePoints(notice.length(), -half));
  }
}
