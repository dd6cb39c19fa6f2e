package firsthop.grader.intake;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the students' files of each lab were found. */
final class SourceLocations {
  private static final int NAMED = 3;

  private final Course course;
  private final Map<String, Set<String>> byLab = new TreeMap<>();
  private boolean unusual;

  SourceLocations(Course course) {
    this.course = course;
  }

  /**
   * Notes a file.
   *
   * @param path below the folder of sources, such as {@code firsthop/udp/MyUdpEchoServer.java}
   * @param shown where it was found
   */
  void add(Lab lab, String path, String shown) {
    if (Lab.isStudents(path)) {
      unusual |= !shown.equals(lab.folder() + "/src/main/java/" + path);
      int end = shown.lastIndexOf('/');
      byLab
          .computeIfAbsent(lab.id(), first -> new TreeSet<>())
          .add(end < 0 ? "at the top" : "in " + shown.substring(0, end));
    }
  }

  /** Returns where that was; empty when nothing was found, or every lab where it usually is. */
  Optional<String> sentence() {
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
            .map(each -> each.getKey() + " " + some(each.getValue()))
            .collect(Collectors.joining("; "));
    return Optional.of("found " + found + (missing.isEmpty() ? "" : "; nothing of " + missing));
  }

  private static String some(Set<String> folders) {
    String named = folders.stream().limit(NAMED).collect(Collectors.joining(", "));
    return folders.size() > NAMED
        ? named + " and " + (folders.size() - NAMED) + " more folders"
        : named;
  }
}
