package firsthop.grader.intake;

import firsthop.grader.archives.Notices;
import firsthop.grader.course.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sources of one submission by lab and path. If a class was handed in more than once, one of
 * the copies is chosen, and a notice says which one and why.
 */
final class LabSources {
  /**
   * A source that is compiled in a lab.
   *
   * @param path the path in the source folder, such as {@code firsthop/udp/MyUdpEchoServer.java}
   */
  record Chosen(Lab lab, String path, SubmittedSource source) {}

  private record Place(String lab, String path) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      int order = lab.compareTo(other.lab);
      return order == 0 ? path.compareTo(other.path) : order;
    }
  }

  private final ExpectedClasses expected;
  private final Notices notices;
  private final Map<String, Lab> labs = new TreeMap<>();
  private final Map<Place, List<SubmittedSource>> copies = new TreeMap<>();
  private final Map<Place, SubmittedSource> chosen = new TreeMap<>();

  LabSources(ExpectedClasses expected, Notices notices) {
    this.expected = expected;
    this.notices = notices;
  }

  /** Adds a source to a lab, in the package that it declares. */
  void add(Lab lab, SubmittedSource source) {
    labs.put(lab.id(), lab);
    copies
        .computeIfAbsent(new Place(lab.id(), source.path()), first -> new ArrayList<>())
        .add(source);
  }

  /** Chooses among the copies of each class that were added since the last choice. */
  void choose() {
    copies.forEach(
        (place, all) -> {
          SubmittedSource before = chosen.get(place);
          if (before != null) {
            all.add(before);
          }
          SubmittedSource now = choose(place, all);
          chosen.put(place, now);
          if (now != before) {
            describe(now);
          }
        });
    copies.clear();
  }

  /** Returns the chosen sources. */
  List<Chosen> chosen() {
    List<Chosen> all = new ArrayList<>();
    chosen.forEach((place, source) -> all.add(new Chosen(labOf(place), place.path(), source)));
    return all;
  }

  /** Returns the packages that were corrected in a lab, each with the right one. */
  Map<String, String> moves(Lab lab) {
    Map<String, String> moves = new TreeMap<>();
    chosen.forEach(
        (place, source) -> {
          if (place.lab().equals(lab.id())) {
            source.movedFrom().ifPresent(wrong -> moves.put(wrong, source.packageName()));
          }
        });
    return moves;
  }

  /** Returns the texts of the chosen sources, by lab and path. */
  Map<String, Map<String, String>> texts() {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    for (Lab lab : labs.values()) {
      Map<String, String> moves = moves(lab);
      Map<String, String> ofLab = texts.computeIfAbsent(lab.id(), first -> new TreeMap<>());
      chosen.forEach(
          (place, source) -> {
            if (place.lab().equals(lab.id())) {
              ofLab.put(place.path(), withImports(source.text(), moves));
            }
          });
    }
    return texts;
  }

  private static String withImports(String text, Map<String, String> moves) {
    String corrected = text;
    for (Map.Entry<String, String> move : moves.entrySet()) {
      if (!ReservedPackages.contains(move.getKey())) {
        corrected = PackageDeclaration.withImports(corrected, move.getKey(), move.getValue());
      }
    }
    return corrected;
  }

  private Lab labOf(Place place) {
    return labs.get(place.lab());
  }

  private SubmittedSource choose(Place place, List<SubmittedSource> all) {
    CopyOrder order = new CopyOrder(all, expected.skeleton(place.path()));
    SubmittedSource first = order.first();
    List<String> others = order.others().stream().map(SubmittedSource::displayPath).toList();
    if (!others.isEmpty()) {
      notices.add(
          "there are different copies of %s: %s is graded, because %s; left out: %s"
              .formatted(
                  first.className(),
                  first.displayPath(),
                  order.reason(),
                  LeftOutFiles.list(others)));
    }
    return first;
  }

  private void describe(SubmittedSource source) {
    source.encodingNotice().ifPresent(end -> notices.addDetail(source.displayPath() + " " + end));
    if (source.isRenamed()) {
      notices.addDetail(
          source.displayPath() + " is read as " + source.name() + ", the name of its class");
    }
    source
        .movedFrom()
        .ifPresent(
            wrong ->
                notices.addDetail(
                    "%s is graded in the package %s, because its package line is %s"
                        .formatted(
                            source.displayPath(),
                            source.packageName(),
                            wrong.isEmpty() ? "missing" : "wrong")));
  }
}
