package firsthop.grader.proof.author;

import firsthop.grader.proof.Defect;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says line by line what exercises have and what they lack, as it is decided. */
final class CheckReport {
  private static final int MAX_DEFECTS_OF_CHECK = 8;

  /** The first defect of each check is always shown; these are the others, in all. */
  private static final int MAX_MORE_DEFECTS = 24;

  private static final int MAX_CHARS = 480;

  private final PrintWriter out;
  private final boolean several;
  private final Set<String> incomplete = new TreeSet<>();
  private int missing;
  private int moreDefects = MAX_MORE_DEFECTS;

  /**
   * Makes a report.
   *
   * @param several whether it is of several exercises: each line then names its exercise, and only
   *     what is missing has a line
   */
  CheckReport(PrintWriter out, boolean several) {
    this.out = out;
    this.several = several;
  }

  /** Says what came of a check: that it holds, or what it found. */
  void decided(String exercise, String check, String summary, List<Defect> defects) {
    if (!defects.isEmpty()) {
      incomplete.add(exercise);
      missing += defects.size();
      missing(exercise, check, defects);
    } else if (!several) {
      print("ok", exercise, check, summary);
    }
  }

  /** Says that a check needs what is missing above. */
  void undecided(String exercise, String check) {
    incomplete.add(exercise);
    if (!several) {
      print("later", exercise, check, "needs what is missing above");
    }
  }

  /** Says that all checks of an exercise are done. */
  void done(String exercise) {
    if (several && !incomplete.contains(exercise)) {
      print("ok", exercise, "", "nothing is missing");
    }
  }

  /** Tells whether something is missing. */
  boolean isIncomplete() {
    return !incomplete.isEmpty();
  }

  /**
   * Says what came of all.
   *
   * @param what was checked
   * @param taken how long it took
   */
  void end(String what, Duration taken) {
    out.printf(
        isIncomplete()
            ? "%s missing in %s. Begin with the first line, then check again (%d s).%n"
            : "%s missing in %s (%d s).%n",
        missing == 0 ? "Nothing is" : missing == 1 ? "1 thing is" : missing + " things are",
        what,
        taken.toSeconds());
    out.flush();
  }

  private void missing(String exercise, String check, List<Defect> defects) {
    int shown = Math.min(Math.min(defects.size(), MAX_DEFECTS_OF_CHECK), 1 + moreDefects);
    moreDefects -= shown - 1;
    for (int i = 0; i < shown; i++) {
      boolean cut = i == shown - 1 && shown < defects.size();
      String more = cut ? " (and %d more)".formatted(defects.size() - shown) : "";
      print(i == 0 ? "MISSING" : "", exercise, i == 0 ? check : "", words(defects.get(i)) + more);
    }
  }

  private void print(String verdict, String exercise, String check, String words) {
    String what = several ? "%-4s %-10s".formatted(exercise, check) : "%-10s".formatted(check);
    out.println("%-8s %s %s".formatted(verdict, what, words).stripTrailing());
    out.flush();
  }

  private static String words(Defect defect) {
    String words =
        "%s: expected %s, came %s; %s"
            .formatted(defect.what(), defect.expected(), defect.came(), defect.remedy());
    return words.length() <= MAX_CHARS ? words : words.substring(0, MAX_CHARS) + "…";
  }
}
