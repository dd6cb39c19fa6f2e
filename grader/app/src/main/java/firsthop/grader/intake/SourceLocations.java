package firsthop.grader.intake;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The folders in which the student's files of each lab were found. */
final class SourceLocations {
  private static final int MAX_FOLDERS = 3;

  private final Course course;
  private final Map<String, Set<String>> byLab = new TreeMap<>();
  private boolean unusual;

  SourceLocations(Course course) {
    this.course = course;
  }

  /**
   * Adds a file.
   *
   * @param path the path below the source folder, such as {@code firsthop/udp/MyUdpEchoServer.java}
   * @param displayPath the path in the submission
   */
  void add(Lab lab, String path, String displayPath) {
    if (Lab.isStudents(path)) {
      unusual |= !displayPath.equals(lab.folder() + "/src/main/java/" + path);
      int end = displayPath.lastIndexOf('/');
      byLab
          .computeIfAbsent(lab.id(), first -> new TreeSet<>())
          .add(end < 0 ? "at the top" : "in " + displayPath.substring(0, end));
    }
  }

  /**
   * Returns a notice that says where the files were found; empty if there are no files, or if all
   * labs are in their usual folders.
   */
  Optional<String> notice() {
    String missing =
        course.labs().stream()
            .map(Lab::id)
            .filter(lab -> !byLab.containsKey(lab))
            .collect(Collectors.joining(", "));
    if (byLab.isEmpty() || !unusual && missing.isEmpty()) {
      return Optional.empty();
    }
    String found =
        byLab.entrySet().stream()
            .map(each -> each.getKey() + " " + list(each.getValue()))
            .collect(Collectors.joining("; "));
    return Optional.of("found " + found + (missing.isEmpty() ? "" : "; no files of " + missing));
  }

  private static String list(Set<String> folders) {
    String listed = folders.stream().limit(MAX_FOLDERS).collect(Collectors.joining(", "));
    return folders.size() > MAX_FOLDERS
        ? listed + " and " + (folders.size() - MAX_FOLDERS) + " more folders"
        : listed;
  }
}
