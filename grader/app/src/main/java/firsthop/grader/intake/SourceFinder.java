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
 * Reads one submission's sources. A file is known by the package and the public class that it
 * declares, wherever it lies and whatever it is called; what the instructor gave is put back, so a
 * student's copy of it does not count.
 */
final class SourceFinder {
  private static final Set<String> NO_CLASS = Set.of("module-info.java", "package-info.java");

  private final Course course;
  private final IntakeLimits limits;
  private final Item root;
  private final boolean newestFirst;
  private final Notices notices = new Notices();
  private final Map<String, Map<String, String>> sources = new TreeMap<>();
  private final SourceLocations places;
  private long bytesTaken;

  SourceFinder(Course course, IntakeLimits limits, Path root) {
    this(course, limits, DiskItems.at(root), false);
  }

  /**
   * @param newestFirst whether what lies at the root's top is in the order in which it was handed
   *     in
   */
  SourceFinder(Course course, IntakeLimits limits, Item root, boolean newestFirst) {
    this.course = course;
    this.limits = limits;
    this.root = root;
    this.newestFirst = newestFirst;
    this.places = new SourceLocations(course);
  }

  /** Reads what lies below the root, once. */
  Submission read(String id) {
    List<Source> all = new ArrayList<>();
    try (JavaFiles files = new JavaFiles(limits, notices)) {
      for (JavaFiles.Found file : files.find(root, newestFirst)) {
        text(file).ifPresent(text -> all.add(Source.of(file, text)));
      }
    }
    all.sort(Comparator.comparing(Source::rank).thenComparing(Source::renamed));
    all.forEach(this::place);
    return new Submission(
        id, sources, notices.list(), SubmissionOrigin.UNKNOWN, notices.isLost(), List.of());
  }

  /** Returns where the students' files were found, if that is not where the handout has them. */
  Optional<String> places() {
    return places.sentence();
  }

  private void place(Source source) {
    String text = source.text().text();
    String shown = source.shown();
    String folder = PackageDeclaration.in(text).replace('.', '/');
    String path = folder + "/" + source.name();
    Optional<String> given = course.given(path);
    Optional<Lab> lab =
        course.labs().stream().filter(each -> each.packages().contains(folder)).findFirst();
    if (given.isPresent()) {
      if (!sameLines(given.get(), text)) {
        notices.add(shown + " was changed; it is put back from the instructor's copy");
      }
    } else if (source.name().getBytes(StandardCharsets.UTF_8).length > RowNames.MAX_BYTES) {
      notices.add(
          shown + " is left out: no file can be named after its class, so long is the name");
    } else if (NO_CLASS.contains(source.name())) {
      notices.add(shown + " is left out: it declares no class");
    } else if (lab.isEmpty()) {
      notices.add(
          shown
              + " is left out: "
              + (folder.isEmpty() ? "it declares no package" : "its package belongs to no lab"));
    } else {
      place(source, lab.get(), path);
    }
  }

  private void place(Source source, Lab lab, String path) {
    String text = source.text().text();
    String before =
        sources.computeIfAbsent(lab.id(), first -> new TreeMap<>()).putIfAbsent(path, text);
    if (before == null) {
      source.text().oddity().ifPresent(oddity -> notices.add(source.shown() + " " + oddity));
      if (source.renamed()) {
        notices.add(source.shown() + " is taken as " + source.name() + ", after its class");
      }
      places.add(lab, path, source.shown());
    } else if (!sameLines(before, text)) {
      notices.add(
          source.shown()
              + " is left out: another "
              + path
              + (newestFirst ? " was handed in after it" : " was found before it"));
    }
  }

  private Optional<SourceText> text(JavaFiles.Found file) {
    String shown = file.shown();
    byte[] bytes;
    try (InputStream in = file.file().content().open()) {
      bytes = in.readNBytes(limits.sourceBytes() + 1);
    } catch (RefusedArchiveException refused) {
      notices.addLost(shown + " is left out: " + refused.getMessage());
      return Optional.empty();
    } catch (IOException unreadable) {
      // What a library says of an archive is about its own classes.
      String why = file.nesting() > 0 ? "its archive is damaged" : IoReason.of(unreadable);
      notices.addLost(shown + " cannot be read: " + why);
      return Optional.empty();
    } catch (RuntimeException damaged) {
      notices.addLost(shown + " cannot be read: its archive is damaged");
      return Optional.empty();
    }
    if (bytes.length > limits.sourceBytes()) {
      notices.addLost(shown + " is left out: it is larger than " + limits.sourceBytes() + " bytes");
      return Optional.empty();
    }
    if (bytesTaken + bytes.length > limits.allBytes()) {
      notices.addLost(
          shown + " is left out: with it there are more than " + limits.allBytes() + " bytes");
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
   * @param name what javac wants it to be called
   */
  private record Source(String shown, String name, SourceText text, int rank) {
    static Source of(JavaFiles.Found file, SourceText text) {
      String name =
          PublicType.in(text.text()).map(type -> type + ".java").orElse(file.file().name());
      return new Source(file.shown(), name, text, file.rank());
    }

    boolean renamed() {
      return !shown.substring(shown.lastIndexOf('/') + 1).equals(name);
    }
  }
}
