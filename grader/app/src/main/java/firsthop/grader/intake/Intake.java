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
import firsthop.grader.platforms.Download;
import firsthop.grader.platforms.NewestAttempt;
import firsthop.grader.platforms.ReceivedSubmission;
import firsthop.grader.platforms.SourceFileName;
import firsthop.grader.platforms.TopLevel;
import firsthop.grader.platforms.TypedText;
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
import java.util.function.Consumer;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Reads the submissions that an instructor downloaded, and recognizes their layout. */
public final class Intake {
  private static final String EXPECTED =
      "give a folder or an archive (" + ArchiveKind.ALL + ") of submissions";

  /** The files of a class's tar that are kept in memory: everything that a layout may need. */
  private static final ToIntFunction<String> MAX_SIZE =
      name ->
          SourceFileName.matches(name) || name.endsWith(".yml") || ArchiveKind.hasArchiveName(name)
              ? ArchiveLimits.WHOLE_CLASS.archiveBytes()
              : name.endsWith(".html") || name.endsWith(".txt") ? TypedText.MAX_BYTES : 0;

  private final Course course;
  private final IntakeLimits limits;
  private final Roster roster;
  private final Consumer<String> output;

  /** Creates an intake without a roster and without messages. */
  public Intake(Course course, IntakeLimits limits) {
    this(course, limits, Roster.NONE, line -> {});
  }

  /**
   * Creates an intake.
   *
   * @param output gets a line that says how the input is read, and one line for each problem in it
   */
  public Intake(Course course, IntakeLimits limits, Roster roster, Consumer<String> output) {
    this.course = course;
    this.limits = limits;
    this.roster = roster;
    this.output = output;
  }

  /** Reads submissions that have no results among them; see {@link #take(Path, Path)}. */
  public List<Submission> take(Path path) throws BadInputException {
    return take(path, null);
  }

  /**
   * Reads the submissions in a folder or an archive of any layout. A problem in one submission
   * becomes a notice on it and does not affect the others.
   *
   * @param results the folder of results, which is not read as a submission; null for none
   * @return the submissions ordered by id; each id is unique
   * @throws BadInputException if the path cannot be read, or nothing in it looks like a submission
   */
  public List<Submission> take(Path path, @Nullable Path results) throws BadInputException {
    try (OpenedInput given = open(path, results)) {
      Download download =
          new LayoutFinder(course, path, given)
              .find()
              .orElseThrow(
                  () ->
                      new BadInputException(
                          path
                              + " contains no submissions; expected a folder or an archive for"
                              + " each submission"));
      // Nothing is printed about a folder that has nothing to do with the course.
      List<String> lines = new ArrayList<>();
      lines.add(path + " is read as " + download.description() + given.archiveSuffix());
      lines.addAll(given.notices().list());
      lines.addAll(download.remarks());
      RosterMatcher matcher =
          new RosterMatcher(
              roster, NewestAttempt.of(download.submissions(), ReceivedSubmission::id));
      lines.addAll(matcher.remarks());
      SubmissionReader reader = new SubmissionReader(course, limits, lines::add);
      List<Submission> submissions = new ArrayList<>();
      for (ReceivedSubmission each : new RowNames(matcher.rows(), !given.isPacked()).rows()) {
        submissions.add(reader.read(each));
      }
      if (!reader.looksLikeWork() && !saysWhose(download)) {
        throw new BadInputException(
            path
                + ": nothing here looks like a submission, because there is no Java source and no"
                + " archive in it; "
                + EXPECTED);
      }
      lines.forEach(output);
      submissions.sort(Comparator.comparing(Submission::id));
      return submissions;
    } catch (IOException notClosed) {
      throw new BadInputException(path + " cannot be read: " + IoReason.of(notClosed));
    }
  }

  /** Returns whether a platform says about a submission whose it is. */
  private static boolean saysWhose(Download download) {
    return download.submissions().stream()
        .map(ReceivedSubmission::arrival)
        .anyMatch(each -> !each.person().isEmpty() || !each.account().isEmpty());
  }

  private static OpenedInput open(Path path, @Nullable Path results) throws BadInputException {
    String name = name(path);
    if (Files.isDirectory(path)) {
      return new OpenedInput(TopLevel.of(name, DiskItems.folder(realPath(path), name, results)));
    }
    if (!Files.exists(path)) {
      throw new BadInputException(path + ": there is no such file or folder; " + EXPECTED);
    }
    Item.File file = DiskItems.file(realPath(path));
    Notices notices = new Notices();
    try {
      if (Archive.kind(file).isEmpty()) {
        throw new BadInputException(path + " is neither a folder nor an archive; " + EXPECTED);
      }
      Archive archive = new Archive.Opener(ArchiveLimits.WHOLE_CLASS).open(file, MAX_SIZE, notices);
      return new OpenedInput(
          TopLevel.of(ArchiveKind.stem(name), archive.folder()), notices, archive);
    } catch (IOException unreadable) {
      throw new BadInputException(path + " cannot be read: " + IoReason.of(unreadable));
    }
  }

  /** Resolves links, because the instructor may name a folder by a link. */
  static Path realPath(Path path) throws BadInputException {
    try {
      return path.toRealPath();
    } catch (IOException unreadable) {
      throw new BadInputException(path + " cannot be read: " + IoReason.of(unreadable));
    }
  }

  private static String name(Path path) throws BadInputException {
    Path last = path.toAbsolutePath().normalize().getFileName();
    if (last == null) {
      throw new BadInputException(
          path + " has no name for its row of results; give another folder");
    }
    return last.toString();
  }
}
