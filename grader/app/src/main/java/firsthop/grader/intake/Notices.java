package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.List;

/** What the instructor should know of one submission; a submission cannot make it endless. */
final class Notices {
  static final int MAX = 100;

  private final List<String> kept = new ArrayList<>();
  private int more;

  void add(String notice) {
    if (kept.size() < MAX) {
      kept.add(notice);
    } else {
      more++;
    }
  }

  List<String> list() {
    List<String> all = new ArrayList<>(kept);
    if (more > 0) {
      all.add("and " + more + " more of the kind");
    }
    return List.copyOf(all);
  }
}
