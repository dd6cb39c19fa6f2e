package firsthop.grader.intake;

import firsthop.grader.archives.Archive;
import firsthop.grader.archives.ArchiveLimits;
import firsthop.grader.archives.Item;
import firsthop.grader.archives.Notices;
import firsthop.grader.common.BadInputException;
import firsthop.grader.platforms.TopLevel;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds archives of a whole class that lie beside what was unpacked from them. Read as submissions,
 * they would be the work of all students in one row.
 */
final class UnpackedArchives {
  /** If there are more archives, they are those of students. */
  private static final int MAX_ARCHIVES = 3;

  /** The content of a class has more than one name; the folder of a student may have one. */
  private static final int MIN_NAMES = 2;

  private UnpackedArchives() {}

  /** Returns the archives of which every file and folder also lies beside them. */
  static List<Item.File> in(TopLevel top) {
    List<Item.File> archives = top.archives();
    if (archives.isEmpty() || archives.size() > MAX_ARCHIVES) {
      return List.of();
    }
    Set<String> beside = top.items().stream().map(Item::name).collect(Collectors.toSet());
    return archives.stream().filter(archive -> isUnpacked(archive, beside)).toList();
  }

  private static boolean isUnpacked(Item.File file, Set<String> beside) {
    try (Archive archive =
        new Archive.Opener(ArchiveLimits.WHOLE_CLASS).open(file, name -> 0, new Notices())) {
      List<Item> inside = TopLevel.of(file.name(), archive.folder()).items();
      return inside.size() >= MIN_NAMES
          && inside.stream().allMatch(item -> beside.contains(item.name()));
    } catch (IOException | BadInputException unreadable) {
      // It keeps its row, which says why it cannot be read.
      return false;
    }
  }
}
