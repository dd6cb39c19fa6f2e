package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A platform that names what it gives out, so that it can be told by the names. */
public sealed interface Platform extends DownloadLayout
    permits CanvasDownload, MoodleDownload, GradescopeDownload, ClassroomClones {

  /** Returns what it is called. */
  String platform();

  /** Tells whether an item has the name of a submission, or of a part of one. */
  boolean names(Item item);

  /**
   * Returns the submissions as of the platform that names the most items: a student chooses a part
   * of a name, and may make it look like another platform's.
   *
   * @throws BadInputException when another platform's submissions would be left out
   */
  static Optional<Download> recognise(List<Platform> all, TopLevel top) throws BadInputException {
    record Candidate(Platform platform, Download batch, long named) {}
    Stream.Builder<Candidate> candidates = Stream.builder();
    for (Platform each : all) {
      Optional<Download> batch = each.recognise(top);
      long named = top.items().stream().filter(each::names).count();
      batch.ifPresent(found -> candidates.add(new Candidate(each, found, named)));
    }
    // Of equals the first one wins.
    Optional<Candidate> best =
        candidates.build().sorted(Comparator.comparing(Candidate::named).reversed()).findFirst();
    if (best.isEmpty()) {
      return Optional.empty();
    }
    Platform taken = best.get().platform();
    for (Platform other : all) {
      List<String> lost =
          top.items().stream()
              .filter(item -> !taken.names(item) && other.names(item))
              .map(Item::name)
              .sorted()
              .toList();
      // A folder that is a clone may be anything.
      if (!lost.isEmpty() && !(other instanceof ClassroomClones)) {
        throw new BadInputException(
            "%s holds submissions of %s and of %s (%s); put those of each into a folder of its own"
                .formatted(top.name(), taken.platform(), other.platform(), NameList.of(lost)));
      }
    }
    return best.map(Candidate::batch);
  }
}
