package firsthop.grader.intake;

import firsthop.grader.archives.ArchiveLimits;
import firsthop.grader.archives.DiskItems;
import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.course.Course;
import firsthop.grader.platforms.BlackboardDownload;
import firsthop.grader.platforms.BrightspaceDownload;
import firsthop.grader.platforms.CanvasDownload;
import firsthop.grader.platforms.ClassroomClones;
import firsthop.grader.platforms.Download;
import firsthop.grader.platforms.FolderOfSubmissions;
import firsthop.grader.platforms.GoogleClassroomDownload;
import firsthop.grader.platforms.GradescopeDownload;
import firsthop.grader.platforms.MoodleDownload;
import firsthop.grader.platforms.Platform;
import firsthop.grader.platforms.SingleSubmission;
import firsthop.grader.platforms.TeamsDownload;
import firsthop.grader.platforms.TopLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds out how the submissions that an instructor gave are arranged.
 *
 * @param path the folder or archive
 */
record LayoutFinder(Course course, Path path, OpenedInput given) {
  private static final List<Platform> PLATFORMS =
      List.of(
          new GradescopeDownload(),
          new MoodleDownload(),
          new CanvasDownload(),
          new BlackboardDownload(),
          new BrightspaceDownload(),
          new TeamsDownload(),
          new GoogleClassroomDownload(),
          new ClassroomClones());

  private static final String IGNORED_ORIGIN =
      "it contains %s, but the names and times in it are not used, because a student may have made"
          + " it; if the platform made it, give the unpacked folder itself";

  private static final String SINGLE_SUBMISSION =
      "this download has only one submission; if a student made this folder, its names and times may"
          + " be false: then give the folder above it";

  /** Returns the submissions; empty if there are none. */
  Optional<Download> find() throws BadInputException {
    List<Item.File> unpacked = new ArrayList<>(UnpackedArchives.in(given.top()));
    Optional<Download> found = find(given.top().without(unpacked), unpacked);
    return unpacked.isEmpty()
        ? found
        : found.map(
            each ->
                each.withRemark(
                    "left out, because what was unpacked from it lies beside it: "
                        + unpacked.stream().map(Item::name).collect(Collectors.joining(", "))));
  }

  /** Recognizes a layout, and adds archives to those whose content lies beside them. */
  private Optional<Download> find(TopLevel top, List<Item.File> unpacked) throws BadInputException {
    Optional<TopLevel> level = Optional.of(top);
    List<Item.File> packedLevels = new ArrayList<>();
    // People often pack the outer folder, so the submissions may be some folders deeper.
    for (int depth = 0; level.isPresent() && depth < ArchiveLimits.WHOLE_CLASS.depth(); depth++) {
      Optional<Download> platform = Platform.recognize(PLATFORMS, level.get());
      if (platform.isPresent() && platform.get().submissions().size() > 1) {
        unpacked.addAll(packedLevels);
        return platform.map(Download::withWorkBeside).map(level.get()::namingHidden);
      }
      if (platform.isPresent()) {
        return Optional.of(
            depth == 0 && !given.isPacked()
                ? level
                    .get()
                    .namingHidden(platform.get().withRemark(SINGLE_SUBMISSION).withWorkBeside())
                : withoutOrigin()
                    .withRemark(IGNORED_ORIGIN.formatted(platform.get().description())));
      }
      if ((given.isPacked() || depth == 0)
          && new SingleSubmission(course).recognize(level.get()).isPresent()) {
        Download one = whole();
        return SingleSubmission.copies(level.get()).map(one::withRemark).or(() -> Optional.of(one));
      }
      Optional<TopLevel> inner = level.get().inner();
      if (inner.isEmpty() && given.isPacked()) {
        return folder(level.get());
      }
      packedLevels.addAll(level.get().archives());
      level = inner;
    }
    return folder(top);
  }

  /** Returns the input without its names and times, because a single student may have made it. */
  private Download withoutOrigin() throws BadInputException {
    return given.isPacked() ? whole() : folder(given.top()).orElseThrow();
  }

  private static Optional<Download> folder(TopLevel level) {
    return new FolderOfSubmissions().recognize(level).map(level::namingHidden);
  }

  /** Returns the input as one submission; an archive is read within the limits of one student. */
  private Download whole() throws BadInputException {
    TopLevel top = given.top();
    return SingleSubmission.whole(
        top.name(), given.isPacked() ? DiskItems.file(Intake.realPath(path)) : top.root());
  }
}
