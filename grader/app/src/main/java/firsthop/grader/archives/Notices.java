package firsthop.grader.archives;

import java.util.ArrayList;
import java.util.List;

/** What the instructor should know of one submission; a submission cannot make it endless. */
public final class Notices {
  public static final int MAX = 100;

  /** A path that a course needs, and why it matters, take half of it. */
  public static final int MAX_CHARS = 500;

  private final List<String> kept = new ArrayList<>();
  private int more;
  private boolean lost;

  public void add(String notice) {
    if (kept.size() < MAX) {
      kept.add(cut(notice));
    } else {
      more++;
    }
  }

  /** Adds why something could not be read that may be work. */
  public void addLost(String notice) {
    lost = true;
    add(notice);
  }

  /** Tells whether something could not be read that may be work. */
  public boolean isLost() {
    return lost;
  }

  public List<String> list() {
    List<String> all = new ArrayList<>(kept);
    if (more > 0) {
      all.add("and " + more + " more of the kind");
    }
    return List.copyOf(all);
  }

  /** The end says what is wrong, so it is the middle that goes. */
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
