package firsthop.grader.intake;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads one submission's sources. A file is known by its package and name, wherever it lies; what
 * the instructor gave is put back, so a student's copy of it does not count.
 */
final class SourceFinder {
  private static final Set<String> NO_CLASS = Set.of("module-info.java", "package-info.java");

  private final Course course;
  private final IntakeLimits limits;
  private final Path root;
  private final Notices notices = new Notices();
  private final Map<String, Map<String, String>> sources = new TreeMap<>();
  private long bytesTaken;

  SourceFinder(Course course, IntakeLimits limits, Path root) {
    this.course = course;
    this.limits = limits;
    this.root = root;
  }

  /** Read what lies below the folder, once. */
  Submission read(String id) {
    for (Path file : new JavaFiles(root, limits, notices).find()) {
      String shown = root.relativize(file).toString();
      text(file, shown).ifPresent(text -> place(file.getFileName().toString(), shown, text));
    }
    return new Submission(id, sources, notices.list());
  }

  private void place(String name, String shown, String text) {
    String folder = PackageDeclaration.in(text).replace('.', '/');
    String path = folder + "/" + name;
    Optional<String> given = course.given(path);
    Optional<Lab> lab =
        course.labs().stream().filter(each -> each.packages().contains(folder)).findFirst();
    if (given.isPresent()) {
      if (!sameLines(given.get(), text)) {
        notices.add(shown + " was changed; it is put back from the instructor's copy");
      }
    } else if (NO_CLASS.contains(name)) {
      notices.add(shown + " is left out: it declares no class");
    } else if (lab.isEmpty()) {
      notices.add(
          shown
              + " is left out: "
              + (folder.isEmpty() ? "it declares no package" : "its package belongs to no lab"));
    } else {
      String before =
          sources.computeIfAbsent(lab.get().id(), first -> new TreeMap<>()).putIfAbsent(path, text);
      if (before != null && !sameLines(before, text)) {
        notices.add(shown + " is left out: another " + path + " was found before it");
      }
    }
  }

  private Optional<String> text(Path file, String shown) {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(file)) {
      bytes = in.readNBytes(limits.sourceBytes() + 1);
    } catch (IOException unreadable) {
      notices.add(shown + " cannot be read: " + IoReason.of(unreadable));
      return Optional.empty();
    }
    if (bytes.length > limits.sourceBytes()) {
      notices.add(shown + " is left out: it is larger than " + limits.sourceBytes() + " bytes");
      return Optional.empty();
    }
    if (bytesTaken + bytes.length > limits.allBytes()) {
      notices.add(
          shown + " is left out: with it there are more than " + limits.allBytes() + " bytes");
      return Optional.empty();
    }
    bytesTaken += bytes.length;
    SourceText decoded = SourceText.of(bytes);
    if (!decoded.encoding().equals(StandardCharsets.UTF_8)) {
      notices.add(shown + " is no UTF-8; it is read as " + decoded.encoding().name());
    }
    return Optional.of(decoded.text());
  }

  private static boolean sameLines(String one, String other) {
    return one.strip().lines().toList().equals(other.strip().lines().toList());
  }
}
