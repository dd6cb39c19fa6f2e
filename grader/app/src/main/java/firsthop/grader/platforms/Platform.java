package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.common.NameList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A learning platform whose downloads can be recognized by the names in them. */
public sealed interface Platform extends DownloadLayout
    permits BlackboardDownload,
        BrightspaceDownload,
        CanvasDownload,
        ClassroomClones,
        GoogleClassroomDownload,
        GradescopeDownload,
        MoodleDownload,
        TeamsDownload {

  /** Returns the name of the platform. */
  String platform();

  /** Returns whether an item is named like a submission, or like a part of one. */
  boolean names(Item item);

  /** Returns whether an item only describes the submissions, such as a table of all of them. */
  default boolean describes(Item item) {
    return false;
  }

  /** Returns whether only this platform makes such names, and no person. */
  default boolean hasOwnNames() {
    return true;
  }

  /**
   * Returns the submissions of the platform that matches the most names; empty if no platform
   * matches. A student chooses a part of a name, and may make it look like another platform's.
   *
   * @throws BadInputException if submissions of another platform would be left out
   */
  static Optional<Download> recognize(List<Platform> all, TopLevel top) throws BadInputException {
    record Candidate(Platform platform, Download download, long named) {}
    Stream.Builder<Candidate> candidates = Stream.builder();
    for (Platform each : all) {
      Optional<Download> download = each.recognize(top);
      long named = top.items().stream().filter(each::names).count();
      download.ifPresent(found -> candidates.add(new Candidate(each, found, named)));
    }
    // If two match equally many names, the first platform wins.
    Optional<Candidate> best =
        candidates.build().sorted(Comparator.comparing(Candidate::named).reversed()).findFirst();
    if (best.isEmpty()) {
      return Optional.empty();
    }
    Platform platform = best.get().platform();
    List<Item> others =
        top.items().stream()
            .filter(item -> !platform.names(item) && !platform.describes(item))
            .toList();
    for (Platform other : all) {
      List<String> ofOther = others.stream().filter(other::names).map(Item::name).sorted().toList();
      if (!ofOther.isEmpty() && other.hasOwnNames()) {
        throw new BadInputException(
            ("%s contains submissions of %s and of %s (%s); put the files of each platform into a"
                    + " separate folder")
                .formatted(
                    top.name(), platform.platform(), other.platform(), NameList.of(ofOther)));
      }
    }
    Download found = best.get().download();
    return Optional.of(
        new Download(
            found.description(), found.submissions(), found.remarks(), LooseWork.of(others)));
  }
}
