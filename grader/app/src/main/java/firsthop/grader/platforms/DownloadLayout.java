package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** A way in which submissions are arranged, such as the download of a platform. */
sealed interface DownloadLayout permits Platform, SingleSubmission, FolderOfSubmissions {

  /**
   * Returns the submissions; empty if they do not have this layout.
   *
   * @throws BadInputException if they have this layout but cannot be read
   */
  Optional<Download> recognize(TopLevel top) throws BadInputException;

  /**
   * Returns whether at least half of the items that may contain work have such a name. A platform
   * names all files in the same way, but an instructor may add some files.
   */
  static boolean matchesMost(TopLevel top, Predicate<Item> named) {
    List<Item> work =
        top.items().stream()
            .filter(
                item ->
                    named.test(item) || TopLevel.isFolderOrArchive(item) || TopLevel.isSource(item))
            .toList();
    return !work.isEmpty() && 2 * work.stream().filter(named).count() >= work.size();
  }
}
