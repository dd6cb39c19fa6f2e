package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One way in which submissions come. */
sealed interface DownloadLayout permits Platform, SingleSubmission, FolderOfSubmissions {

  /** Returns the submissions; empty when they did not come in this way. */
  Optional<Download> recognise(TopLevel top) throws BadInputException;

  /**
   * Tells whether at least half of what could hold work has such a name: an instructor adds a file
   * or two, a platform names all of them alike.
   */
  static boolean mostly(TopLevel top, Predicate<Item> named) {
    List<Item> work =
        top.items().stream()
            .filter(
                item ->
                    named.test(item) || TopLevel.isFolderOrArchive(item) || TopLevel.isSource(item))
            .toList();
    return !work.isEmpty() && 2 * work.stream().filter(named).count() >= work.size();
  }

  /** Says what was left out; nothing where there is nothing to say. */
  static List<String> leftOut(TopLevel top, Predicate<Item> named, String platform) {
    List<String> others =
        top.items().stream().filter(named.negate()).map(Item::name).sorted().toList();
    return others.isEmpty()
        ? List.of()
        : List.of("left out, as not named by " + platform + ": " + String.join(", ", others));
  }
}
