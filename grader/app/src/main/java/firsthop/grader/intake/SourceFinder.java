package firsthop.grader.intake;

import firsthop.grader.archives.DiskItems;
import firsthop.grader.archives.Item;
import firsthop.grader.archives.Notices;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.roster.RowNames;
import firsthop.grader.submission.Submission;
import firsthop.grader.submission.SubmissionOrigin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads the sources of one submission. A file is identified by the package and the public class
 * that it declares, not by its name or its folder. A student's copy of a file that the instructor
 * gave does not count. Every file that came in is in the sources of a lab, or a notice names it; if
 * no class that a lab asks for was found, the submission is lost.
 */
final class SourceFinder {
  /** Follows the name of a file that the instructor gave. */
  static final String CHANGED = " was changed; the instructor's copy is used instead";

  /** Far more than any project has, and few enough for a message. */
  private static final int MAX_PATH_BYTES = 1_000;

  /** Why a source that can be read is not compiled in any lab. */
  private enum Unused {
    NO_CLASS("it declares no class", "they declare no class"),
    NO_PACKAGE("it declares no package", "they declare no package"),
    RESERVED(
        "students cannot add a class to its package",
        "students cannot add classes to their packages"),
    NOT_NEEDED("no class of a lab uses it", "no class of a lab uses them");

    private static final Set<String> WITHOUT_CLASS =
        Set.of("module-info.java", "package-info.java");

    private final String ofOne;
    private final String ofMany;

    Unused(String ofOne, String ofMany) {
      this.ofOne = ofOne;
      this.ofMany = ofMany;
    }

    static Unused of(SubmittedSource source) {
      if (WITHOUT_CLASS.contains(source.name())) {
        return NO_CLASS;
      }
      if (source.packageName().isEmpty()) {
        return NO_PACKAGE;
      }
      return ExpectedClasses.isReserved(source.packageName()) ? RESERVED : NOT_NEEDED;
    }
  }

  private final Course course;
  private final IntakeLimits limits;
  private final Item root;
  private final boolean newestFirst;
  private final Notices notices = new Notices();
  private final LeftOutFiles leftOut = new LeftOutFiles();
  private final ExpectedClasses expected;
  private final LabSources sources;
  private final SourceLocations locations;

  /** Sources that do not declare the package of a lab, and that no lab asks for. */
  private final List<SubmittedSource> helpers = new ArrayList<>();

  /** Sources that the grader does not use although they can be read. */
  private final List<SubmittedSource> unused = new ArrayList<>();

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
    this.expected = new ExpectedClasses(course);
    this.sources = new LabSources(expected, notices);
    this.locations = new SourceLocations(course);
  }

  /** Reads all files below the root. May be called once. */
  Submission read(String id) {
    List<SubmittedSource> all = new ArrayList<>();
    try (JavaFiles files = new JavaFiles(limits, notices, leftOut)) {
      SourceReader reader = new SourceReader(limits, notices, leftOut);
      for (JavaFiles.Found file : files.find(root, newestFirst)) {
        reader.read(file).ifPresent(all::add);
      }
    }
    all.forEach(this::sort);
    sources.choose();
    new HelperClasses(course, expected, sources, notices).place(helpers, unused);
    sources.choose();
    sources
        .chosen()
        .forEach(each -> locations.add(each.lab(), each.path(), each.source().displayPath()));
    nameUnused();
    leftOut
        .notice(all.stream().map(SubmittedSource::className).collect(Collectors.toSet()))
        .ifPresent(notices::addLost);
    markLost(all);
    return new Submission(
        id, sources.texts(), notices.list(), SubmissionOrigin.UNKNOWN, notices.isLost(), List.of());
  }

  /** Returns a notice that says where the student's files were found; empty if it is as usual. */
  Optional<String> locationNotice() {
    return locations.notice();
  }

  /** Returns the notices that the instructor must see at once: about choices and lost work. */
  List<String> urgentNotices() {
    return notices.listWithoutDetails();
  }

  private void sort(SubmittedSource source) {
    String path = source.path();
    Optional<String> given = course.given(path);
    Optional<Lab> lab = expected.labOf(source.packageName().replace('.', '/'));
    Optional<String> right = expected.pathOf(source.name());
    if (given.isPresent()) {
      if (!source.hasLinesOf(given.get())) {
        notices.add(source.displayPath() + CHANGED);
      }
    } else if (path.getBytes(StandardCharsets.UTF_8).length > MAX_PATH_BYTES
        || source.name().getBytes(StandardCharsets.UTF_8).length > RowNames.MAX_BYTES) {
      notices.addLost(
          source.displayPath() + " is left out: the name of its class is too long for a file name");
    } else if (Unused.WITHOUT_CLASS.contains(source.name())) {
      unused.add(source);
    } else if (lab.isPresent()) {
      sources.add(lab.get(), source);
    } else if (right.isPresent()) {
      String folder = right.get().substring(0, right.get().lastIndexOf('/'));
      sources.add(expected.labOf(folder).orElseThrow(), source.movedTo(folder.replace('/', '.')));
    } else {
      helpers.add(source);
    }
  }

  /** Names the sources that are not graded, and the classes that they were probably meant to be. */
  private void nameUnused() {
    Set<String> found =
        sources.chosen().stream().map(LabSources.Chosen::path).collect(Collectors.toSet());
    for (LabSources.Chosen each : sources.chosen()) {
      if (!expected.contains(each.path())) {
        expected.meant(each.source(), found).ifPresent(path -> nameMeant(each.source(), path));
      }
    }
    Map<Unused, Set<String>> byReason = new EnumMap<>(Unused.class);
    for (SubmittedSource each : unused) {
      Optional<String> meant = expected.meant(each, found);
      if (meant.isPresent()) {
        nameMeant(each, meant.get());
      } else {
        byReason.computeIfAbsent(Unused.of(each), first -> new TreeSet<>()).add(each.displayPath());
      }
    }
    byReason.forEach(
        (reason, paths) ->
            notices.addLost(LeftOutFiles.sentence(paths, reason.ofOne, reason.ofMany)));
  }

  private void nameMeant(SubmittedSource source, String path) {
    String right = ExpectedClasses.className(path);
    if (source.className().equals(right)) {
      // Students copy a class into a later lab, where it is a helper.
      notices.addDetail(
          "%s is not graded as %s: its package is %s"
              .formatted(source.displayPath(), path, source.packageName()));
    } else {
      notices.addLost(
          "%s is not graded: its class is named %s, but it looks like %s"
              .formatted(source.displayPath(), source.className(), right));
    }
  }

  /** Marks the submission as lost if something came in, and no class that a lab asks for. */
  private void markLost(List<SubmittedSource> all) {
    boolean found = sources.chosen().stream().anyMatch(each -> expected.contains(each.path()));
    List<String> paths =
        new ArrayList<>(all.stream().map(SubmittedSource::displayPath).sorted().toList());
    paths.addAll(leftOut.expected());
    if (!found && !notices.isLost() && !paths.isEmpty()) {
      notices.addLost("no class that a lab asks for was found in " + LeftOutFiles.list(paths));
    }
  }
}
