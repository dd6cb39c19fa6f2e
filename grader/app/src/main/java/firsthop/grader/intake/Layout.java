package firsthop.grader.intake;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** One way in which submissions come. */
sealed interface Layout permits Platform, OneSubmission, ManySubmissions {

  /** Return the submissions; empty when they did not come in this way. */
  Optional<Batch> recognise(Top top) throws BadInputException;

  /**
   * Tell whether at least half of what could hold work has such a name: an instructor adds a file
   * or two, a platform names all of them alike.
   */
  static boolean mostly(Top top, Predicate<Item> named) {
    List<Item> work =
        top.items().stream()
            .filter(item -> named.test(item) || Top.isFolderOrArchive(item) || Top.isSource(item))
            .toList();
    return !work.isEmpty() && 2 * work.stream().filter(named).count() >= work.size();
  }

  /** Say what was left out; nothing where there is nothing to say. */
  static List<String> leftOut(Top top, Predicate<Item> named, String platform) {
    List<String> others =
        top.items().stream().filter(named.negate()).map(Item::name).sorted().toList();
    return others.isEmpty()
        ? List.of()
        : List.of("left out, as not named by " + platform + ": " + String.join(", ", others));
  }
}
