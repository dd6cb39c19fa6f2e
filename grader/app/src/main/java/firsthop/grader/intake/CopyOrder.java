package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Decides which one of several copies of a class is graded, and says why. */
final class CopyOrder {
  private static final String NUMBER = "its number is the highest";

  private static final String FIRST_PATH = "its path is the first in alphabetical order";

  /**
   * A copy.
   *
   * @param isSkeleton whether it is the unchanged skeleton
   */
  private record Copy(SubmittedSource source, CopyName name, boolean isSkeleton) {
    private int depth() {
      return FileNames.folders(source.displayPath()).size();
    }
  }

  /**
   * One reason to prefer a copy.
   *
   * @param reason says about the copy that comes first why it does
   * @param saysWhichIsNewer whether this is also a sign that the copy is the newest
   */
  private record Criterion(String reason, boolean saysWhichIsNewer, Comparator<Copy> order) {
    private String sentenceEnd() {
      return reason + (saysWhichIsNewer ? "" : " (nothing says which one is newer)");
    }
  }

  private static final Criterion VERSION =
      new Criterion(NUMBER, true, highestFirst(CopyName::version));

  private static final Criterion PLACE =
      new Criterion(
          "it is not in a place for backups or build output",
          true,
          lastIf(copy -> copy.name().isAside()));

  private static final List<Criterion> FIRST =
      List.of(
          new Criterion(
              "it was handed in later", true, Comparator.comparing(copy -> copy.source().rank())),
          new Criterion("it is not the unchanged skeleton", true, lastIf(Copy::isSkeleton)));

  private static final List<Criterion> LAST =
      List.of(
          new Criterion(
              "its package line is right",
              false,
              lastIf(copy -> copy.source().movedFrom().isPresent())),
          new Criterion(
              "its name is not that of a copy",
              false,
              Comparator.comparing(copy -> copy.name().copyMarks())),
          new Criterion(
              "its name is that of its class", false, lastIf(copy -> copy.source().isRenamed())),
          new Criterion(NUMBER, true, highestFirst(CopyName::copy)),
          new Criterion(
              "it is in fewer archives",
              false,
              Comparator.comparing(copy -> copy.source().nesting())),
          new Criterion(
              "it is in the source folder of a project",
              false,
              lastIf(copy -> !FileNames.isInSourceFolder(copy.source().displayPath()))),
          new Criterion("it is closest to the top", false, Comparator.comparing(Copy::depth)),
          new Criterion(
              FIRST_PATH, false, Comparator.comparing(copy -> copy.source().displayPath())));

  private final List<Criterion> criteria = new ArrayList<>(FIRST);
  private final List<Copy> sorted;

  /** The copies that differ from the one that is graded. */
  private final List<Copy> different;

  /**
   * Orders copies of one class.
   *
   * @param skeleton the skeleton of the class; empty if there is none
   */
  CopyOrder(List<SubmittedSource> sources, String skeleton) {
    List<Copy> copies =
        sources.stream()
            .map(each -> new Copy(each, CopyName.of(each.displayPath()), each.hasLinesOf(skeleton)))
            .toList();
    boolean allHaveVersions = copies.stream().allMatch(copy -> copy.name().hasVersion());
    criteria.addAll(allHaveVersions ? List.of(VERSION, PLACE) : List.of(PLACE, VERSION));
    criteria.addAll(LAST);
    sorted =
        copies.stream()
            .sorted(
                criteria.stream()
                    .map(Criterion::order)
                    .reduce(Comparator::thenComparing)
                    .orElseThrow())
            .toList();
    different = sorted.stream().filter(copy -> !copy.source().hasLinesOf(first().text())).toList();
  }

  /** Returns the copy that is graded. */
  SubmittedSource first() {
    return sorted.get(0).source();
  }

  /** Returns the copies that differ from the one that is graded, the best one first. */
  List<SubmittedSource> others() {
    return different.stream().map(Copy::source).toList();
  }

  /** Returns why the first copy comes before the best of the others, as the end of a sentence. */
  String reason() {
    Copy best = sorted.get(0);
    Copy next = different.get(0);
    return criteria.stream()
        .filter(each -> each.order().compare(best, next) != 0)
        .findFirst()
        .map(Criterion::sentenceEnd)
        .orElse(FIRST_PATH);
  }

  private static Comparator<Copy> lastIf(Predicate<Copy> worse) {
    return Comparator.comparing(worse::test);
  }

  private static Comparator<Copy> highestFirst(Function<CopyName, List<Long>> number) {
    return (one, other) -> compare(number.apply(other.name()), number.apply(one.name()));
  }

  private static int compare(List<Long> one, List<Long> other) {
    for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
      int order = one.get(i).compareTo(other.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(one.size(), other.size());
  }
}
