package firsthop.grader.intake;

import firsthop.grader.archives.Archive;
import firsthop.grader.archives.ArchiveKind;
import firsthop.grader.archives.ArchiveLimits;
import firsthop.grader.archives.DiskItems;
import firsthop.grader.archives.Item;
import firsthop.grader.archives.Notices;
import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.course.Course;
import firsthop.grader.platforms.CanvasDownload;
import firsthop.grader.platforms.ClassroomClones;
import firsthop.grader.platforms.Download;
import firsthop.grader.platforms.FolderOfSubmissions;
import firsthop.grader.platforms.GradescopeDownload;
import firsthop.grader.platforms.MoodleDownload;
import firsthop.grader.platforms.NewestAttempt;
import firsthop.grader.platforms.Platform;
import firsthop.grader.platforms.ReceivedSubmission;
import firsthop.grader.platforms.SingleSubmission;
import firsthop.grader.platforms.TopLevel;
import firsthop.grader.roster.Roster;
import firsthop.grader.roster.RosterMatcher;
import firsthop.grader.roster.RowNames;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Takes in what an instructor downloaded, and tells by itself what it is. */
public final class Intake {
  private static final List<Platform> PLATFORMS =
      List.of(
          new GradescopeDownload(),
          new MoodleDownload(),
          new CanvasDownload(),
          new ClassroomClones());

  private static final String EXPECTED =
      "give a folder, or an archive (" + ArchiveKind.ALL + "), of submissions";

  private static final String NOT_BELIEVED =
      " inside it is not believed, since one student may have made it; give the unpacked folder"
          + " itself, if it is the platform's";

  private static final String ALONE =
      "that is only one: if this folder is a student's own, the student wrote whose it is and of"
          + " when; give the folder above it then";

  /** A tar of a class keeps everything that a layout may ask for. */
  private static final ToIntFunction<String> WANTED =
      name ->
          name.endsWith(".java") || name.endsWith(".yml") || ArchiveKind.promisedBy(name)
              ? ArchiveLimits.OF_A_CLASS.archiveBytes()
              : 0;

  private final Course course;
  private final IntakeLimits limits;
  private final Roster roster;
  private final Consumer<String> says;

  /** Sets up one that has no roster and says nothing. */
  public Intake(Course course, IntakeLimits limits) {
    this(course, limits, Roster.NONE, line -> {});
  }

  /**
   * @param says gets a line on what was given, and one on each thing in it that needs a look
   */
  public Intake(Course course, IntakeLimits limits, Roster roster, Consumer<String> says) {
    this.course = course;
    this.limits = limits;
    this.roster = roster;
    this.says = says;
  }

  /** Takes in what no results are written to; see {@link #take(Path, Path)}. */
  public List<Submission> take(Path path) throws BadInputException {
    return take(path, null);
  }

  /**
   * Takes in a folder or an archive, whatever it was made with. What is wrong with one submission
   * is a notice of that submission's, and costs no other.
   *
   * @param results where results are written; no submission, should it lie among them
   * @return ordered by id, no two alike
   * @throws BadInputException when there is no such thing, or nothing in it
   */
  public List<Submission> take(Path path, @Nullable Path results) throws BadInputException {
    try (OpenedInput given = open(path, results)) {
      Download batch =
          recognise(path, given)
              .orElseThrow(
                  () ->
                      new BadInputException(
                          path
                              + " holds no submissions; expected a folder or an archive for each"
                              + " of them"));
      says.accept(path + " is taken for " + batch.what() + given.how());
      given.notices().list().forEach(says);
      batch.remarks().forEach(says);
      RosterMatcher roll =
          new RosterMatcher(roster, NewestAttempt.of(batch.submissions(), ReceivedSubmission::id));
      roll.remarks().forEach(says);
      List<Submission> submissions = new ArrayList<>();
      for (ReceivedSubmission each : new RowNames(roll.rows(), !given.packed()).rows()) {
        submissions.add(read(each));
      }
      submissions.sort(Comparator.comparing(Submission::id));
      return submissions;
    } catch (IOException notClosed) {
      throw new BadInputException(path + " cannot be read: " + IoReason.of(notClosed));
    }
  }

  private Submission read(ReceivedSubmission handedIn) {
    try {
      return readAll(handedIn);
    } catch (OutOfMemoryError | StackOverflowError tooLarge) {
      String why = "it is not read: it takes more memory than there is";
      says.accept(handedIn.id() + ": " + why);
      List<String> notices = new ArrayList<>(handedIn.notices());
      notices.add(why);
      return new Submission(
          handedIn.id(), Map.of(), notices, handedIn.arrival(), true, List.of(why));
    }
  }

  private Submission readAll(ReceivedSubmission handedIn) {
    SourceFinder finder = new SourceFinder(course, limits, handedIn.root(), handedIn.newestFirst());
    Submission read = finder.read(handedIn.id());
    Notices notices = new Notices();
    handedIn.notices().forEach(notices::add);
    finder.places().ifPresent(notices::add);
    read.notices().forEach(notices::add);
    if (read.sources().isEmpty() && !RosterMatcher.isAbsent(handedIn)) {
      if (read.notices().isEmpty()) {
        notices.add("no file of any lab was found");
      }
      // Zeros for which something was handed in must not be read over.
      notices.list().stream()
          // Those are listed once, all together.
          .filter(notice -> !notice.equals(RosterMatcher.STRANGER))
          .forEach(notice -> says.accept(handedIn.id() + ": " + notice));
    }
    return new Submission(
        handedIn.id(),
        read.sources(),
        notices.list(),
        handedIn.arrival(),
        read.lost(),
        read.notices());
  }

  private Optional<Download> recognise(Path path, OpenedInput given) throws BadInputException {
    TopLevel top = given.top();
    Optional<TopLevel> level = Optional.of(top);
    // Whoever packs a folder packs it as a whole: what is meant lies a folder deeper.
    for (int depth = 0; level.isPresent() && depth < ArchiveLimits.OF_A_CLASS.depth(); depth++) {
      Optional<Download> platform = Platform.recognise(PLATFORMS, level.get());
      if (platform.isPresent() && platform.get().submissions().size() > 1) {
        return platform;
      }
      if (platform.isPresent()) {
        return Optional.of(
            depth == 0 && !given.packed()
                ? platform.get().remarked(ALONE)
                : own(path, given).remarked(platform.get().what() + NOT_BELIEVED));
      }
      if ((given.packed() || depth == 0)
          && new SingleSubmission(course).recognise(level.get()).isPresent()) {
        return Optional.of(whole(path, given));
      }
      Optional<TopLevel> inner = level.get().inner();
      if (inner.isEmpty() && given.packed()) {
        return new FolderOfSubmissions().recognise(level.get());
      }
      level = inner;
    }
    return new FolderOfSubmissions().recognise(top);
  }

  /** What a single student may have made says nothing of whose it is. */
  private static Download own(Path path, OpenedInput given) throws BadInputException {
    return given.packed()
        ? whole(path, given)
        : new FolderOfSubmissions().recognise(given.top()).orElseThrow();
  }

  /** An archive of one submission is read like each student's, within the limits of those. */
  private static Download whole(Path path, OpenedInput given) throws BadInputException {
    TopLevel top = given.top();
    return SingleSubmission.whole(
        top.name(), given.packed() ? DiskItems.file(real(path)) : top.root());
  }

  private static OpenedInput open(Path path, @Nullable Path results) throws BadInputException {
    String name = name(path);
    if (Files.isDirectory(path)) {
      return new OpenedInput(TopLevel.of(name, DiskItems.folder(real(path), name, results)));
    }
    if (!Files.exists(path)) {
      throw new BadInputException(path + ": there is no such file or folder; " + EXPECTED);
    }
    Item.File file = DiskItems.file(real(path));
    Notices notices = new Notices();
    try {
      if (Archive.kind(file).isEmpty()) {
        throw new BadInputException(path + " is neither a folder nor an archive; " + EXPECTED);
      }
      Archive archive = new Archive.Opener(ArchiveLimits.OF_A_CLASS).open(file, WANTED, notices);
      return new OpenedInput(
          TopLevel.of(ArchiveKind.stem(name), archive.folder()), notices, archive);
    } catch (IOException unreadable) {
      throw new BadInputException(path + " cannot be read: " + IoReason.of(unreadable));
    }
  }

  /** The instructor may name a folder by a link. */
  private static Path real(Path path) throws BadInputException {
    try {
      return path.toRealPath();
    } catch (IOException unreadable) {
      throw new BadInputException(path + " cannot be read: " + IoReason.of(unreadable));
    }
  }

  private static String name(Path path) throws BadInputException {
    Path last = path.toAbsolutePath().normalize().getFileName();
    if (last == null) {
      throw new BadInputException(path + " has no name to enter marks under; give another folder");
    }
    return last.toString();
  }
}
