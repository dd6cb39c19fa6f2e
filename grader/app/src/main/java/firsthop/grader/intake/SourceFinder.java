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
import java.util.List;
import java.util.Optional;

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

  private boolean looksLikeWork;

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
      for (FoundFile file : files.find(root, newestFirst)) {
        reader.read(file).ifPresent(all::add);
      }
      looksLikeWork = !all.isEmpty() || files.looksLikeWork();
    }
    all.forEach(this::sort);
    sources.choose();
    new HelperClasses(course, expected, sources, notices).place(helpers, unused);
    sources.choose();
    sources
        .chosen()
        .forEach(each -> locations.add(each.lab(), each.path(), each.source().displayPath()));
    new LostWork(expected, sources, notices).name(all, unused, leftOut);
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

  /** Returns whether a Java source or an archive came in. */
  boolean looksLikeWork() {
    return looksLikeWork;
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
    } else if (source.isDeclarationOnly()) {
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
}
