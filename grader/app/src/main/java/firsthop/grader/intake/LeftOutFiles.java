package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The files of a submission that are not Java sources. */
final class LeftOutFiles {
  /** Paths of this many characters leave room for the reason in a notice. */
  private static final int MAX_CHARS = 300;

  private final List<String> others = new ArrayList<>();
  private final List<String> expected = new ArrayList<>();

  /** Adds a file that may be a part of the student's work. */
  void add(String path) {
    others.add(path);
  }

  /** Adds a file of the handout or of a build, which is in most submissions. */
  void addExpected(String path) {
    expected.add(path);
  }

  /** Returns how many files may be a part of the student's work. */
  int size() {
    return others.size();
  }

  /** Replaces the files that were added after the first ones by the archive that contains them. */
  void replaceAfter(int first, String archive) {
    others.subList(first, others.size()).clear();
    others.add(archive);
  }

  /**
   * Returns a notice that names the files that may be a part of the student's work; empty if there
   * is none. A class file beside its source is not one.
   *
   * @param classes the names of the classes whose sources were read
   */
  Optional<String> notice(Set<String> classes) {
    List<String> named =
        others.stream().filter(path -> !classes.contains(FileNames.classOf(path))).toList();
    return named.isEmpty()
        ? Optional.empty()
        : Optional.of(
            sentence(named, "only Java sources are graded", "only Java sources are graded"));
  }

  /** Returns the paths of the files of the handout and of builds. */
  List<String> expected() {
    return List.copyOf(expected);
  }

  /**
   * Returns a notice about files that are left out.
   *
   * @param ofOne the reason if there is one file
   * @param ofMany the reason if there are more
   */
  static String sentence(Collection<String> paths, String ofOne, String ofMany) {
    return paths.size() == 1
        ? list(paths) + " is left out: " + ofOne
        : "left out, because " + ofMany + ": " + list(paths);
  }

  /** Returns paths for a sentence: as many as a notice can show, and the number of the others. */
  static String list(Collection<String> paths) {
    StringBuilder text = new StringBuilder();
    int listed = 0;
    for (String path : paths) {
      if (listed > 0 && text.length() + path.length() > MAX_CHARS) {
        break;
      }
      text.append(listed == 0 ? "" : ", ").append(path);
      listed++;
    }
    int more = paths.size() - listed;
    return more == 0 ? text.toString() : text + " and " + more + " more";
  }
}
