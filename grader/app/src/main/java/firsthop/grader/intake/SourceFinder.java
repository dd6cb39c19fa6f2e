package firsthop.grader.intake;

import firsthop.grader.archives.DiskItems;
import firsthop.grader.archives.Item;
import firsthop.grader.archives.Notices;
import firsthop.grader.archives.RefusedArchiveException;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.SourceText;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.roster.RowNames;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reads the sources of one submission. A file is identified by the package and the public class
 * that it declares, not by its name or its folder. A student's copy of a file that the instructor
 * gave does not count.
 */
final class SourceFinder {
  private static final Set<String> NO_CLASS = Set.of("module-info.java", "package-info.java");

  private final Course course;
  private final IntakeLimits limits;
  private final Item root;
  private final boolean newestFirst;
  private final Notices notices = new Notices();
  private final Map<String, Map<String, String>> sources = new TreeMap<>();
  private final SourceLocations locations;
  private long bytesTaken;

  SourceFinder(Course course, IntakeLimits limits, Path root) {
    this(course, limits, DiskItems.at(root), false);
  }

  /**
   * Creates a finder.
   *
   * @param newestFirst whether the items at the top of the root are ordered by time, newest first
   */
  SourceFinder(Course course, IntakeLimits limits, Item root, boolean newestFirst) {
    this.course = course;
    this.limits = limits;
    this.root = root;
    this.newestFirst = newestFirst;
    this.locations = new SourceLocations(course);
  }

  /** Reads all files below the root. May be called once. */
  Submission read(String id) {
    List<Source> all = new ArrayList<>();
    try (JavaFiles files = new JavaFiles(limits, notices)) {
      for (JavaFiles.Found file : files.find(root, newestFirst)) {
        text(file).ifPresent(text -> all.add(Source.of(file, text)));
      }
    }
    all.sort(
        Comparator.comparing(Source::rank)
            .thenComparing(source -> lab(source.folder()).isEmpty())
            .thenComparing(Source::renamed));
    all.forEach(this::assign);
    return new Submission(
        id, sources, notices.list(), SubmissionOrigin.UNKNOWN, notices.isLost(), List.of());
  }

  /** Returns a notice that says where the student's files were found; empty if it is as usual. */
  Optional<String> locationNotice() {
    return locations.notice();
  }

  private void assign(Source source) {
    String text = source.text().text();
    String displayPath = source.displayPath();
    String folder = source.folder();
    String path = folder + "/" + source.name();
    Optional<String> given = course.given(path);
    Optional<Lab> lab = lab(folder);
    Optional<String> expected = lab.isEmpty() ? expectedPath(source.name()) : Optional.empty();
    if (given.isPresent()) {
      if (!sameLines(given.get(), text)) {
        notices.add(displayPath + " was changed; the instructor's copy is used instead");
      }
    } else if (source.name().getBytes(StandardCharsets.UTF_8).length > RowNames.MAX_BYTES) {
      notices.add(displayPath + " is left out: the name of its class is too long for a file name");
    } else if (NO_CLASS.contains(source.name())) {
      notices.add(displayPath + " is left out: it declares no class");
    } else if (expected.isPresent()) {
      assignElsewhere(source, expected.get());
    } else if (lab.isEmpty()) {
      notices.add(
          displayPath
              + " is left out: "
              + (folder.isEmpty()
                  ? "it declares no package"
                  : "its package does not belong to a lab"));
    } else {
      assign(source, lab.get(), path);
    }
  }

  private Optional<Lab> lab(String folder) {
    return course.labs().stream().filter(each -> each.packages().contains(folder)).findFirst();
  }

  /** Returns the path of the only class with this file name that the labs ask for. */
  private Optional<String> expectedPath(String name) {
    List<String> paths =
        course.labs().stream()
            .flatMap(each -> each.skeletons().keySet().stream())
            .filter(path -> path.endsWith("/" + name))
            .toList();
    return paths.size() == 1 ? Optional.of(paths.get(0)) : Optional.empty();
  }

  /** Puts a class that the labs ask for into its package, where its own package line is wrong. */
  private void assignElsewhere(Source source, String path) {
    String folder = path.substring(0, path.lastIndexOf('/'));
    String name = folder.replace('/', '.');
    SourceText text = source.text();
    SourceText corrected =
        new SourceText(
            PackageDeclaration.replaced(text.text(), name), text.encoding(), text.marked());
    Source moved =
        new Source(source.displayPath(), source.name(), folder, corrected, source.rank());
    if (assign(moved, lab(folder).orElseThrow(), path)) {
      notices.add(
          "%s is graded in the package %s, because its package line is %s"
              .formatted(
                  source.displayPath(), name, source.folder().isEmpty() ? "missing" : "wrong"));
    }
  }

  /** Returns whether the source counts; another one of the same class may have come before. */
  private boolean assign(Source source, Lab lab, String path) {
    String text = source.text().text();
    String before =
        sources.computeIfAbsent(lab.id(), first -> new TreeMap<>()).putIfAbsent(path, text);
    if (before == null) {
      source
          .text()
          .encodingNotice()
          .ifPresent(end -> notices.add(source.displayPath() + " " + end));
      if (source.renamed()) {
        notices.add(
            source.displayPath() + " is read as " + source.name() + ", the name of its class");
      }
      locations.add(lab, path, source.displayPath());
      return true;
    }
    if (!sameLines(before, text)) {
      notices.add(
          source.displayPath()
              + " is left out: another "
              + path
              + (newestFirst ? " was handed in later" : " was found first"));
    }
    return false;
  }

  private Optional<SourceText> text(JavaFiles.Found file) {
    String displayPath = file.displayPath();
    byte[] bytes;
    try (InputStream in = file.file().content().open()) {
      bytes = in.readNBytes(limits.sourceBytes() + 1);
    } catch (RefusedArchiveException refused) {
      notices.addLost(displayPath + " is left out: " + refused.getMessage());
      return Optional.empty();
    } catch (IOException unreadable) {
      // The library's messages about archives name its own classes.
      String reason = file.nesting() > 0 ? "its archive is damaged" : IoReason.of(unreadable);
      notices.addLost(displayPath + " cannot be read: " + reason);
      return Optional.empty();
    } catch (RuntimeException damaged) {
      notices.addLost(displayPath + " cannot be read: its archive is damaged");
      return Optional.empty();
    }
    if (bytes.length > limits.sourceBytes()) {
      notices.addLost(
          displayPath + " is left out: it is larger than " + limits.sourceBytes() + " bytes");
      return Optional.empty();
    }
    if (bytesTaken + bytes.length > limits.allBytes()) {
      notices.addLost(
          displayPath
              + " is left out: all sources together may have at most "
              + limits.allBytes()
              + " bytes");
      return Optional.empty();
    }
    bytesTaken += bytes.length;
    return Optional.of(SourceText.of(bytes));
  }

  private static boolean sameLines(String one, String other) {
    return one.strip().lines().toList().equals(other.strip().lines().toList());
  }

  /**
   * A file that was read.
   *
   * @param name the file name that javac expects
   * @param folder the folder of its package, such as {@code firsthop/udp}; empty for none
   */
  private record Source(String displayPath, String name, String folder, SourceText text, int rank) {
    static Source of(JavaFiles.Found file, SourceText text) {
      String name =
          PublicType.in(text.text()).map(type -> type + ".java").orElse(file.file().name());
      String folder = PackageDeclaration.in(text.text()).replace('.', '/');
      return new Source(file.displayPath(), name, folder, text, file.rank());
    }

    boolean renamed() {
      return !displayPath.substring(displayPath.lastIndexOf('/') + 1).equals(name);
    }
  }
}
