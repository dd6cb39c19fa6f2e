package firsthop.grader.intake;

import firsthop.grader.archives.Notices;
import firsthop.grader.course.Lab;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The sources of one submission in one lab, by path. If a class was handed in more than once, one
 * of the copies is chosen, and a notice says which one and why.
 */
final class LabSources {
  private final Lab lab;
  private final Notices notices;
  private final Map<String, List<SubmittedSource>> copies = new TreeMap<>();
  private final Map<String, SubmittedSource> chosen = new TreeMap<>();

  LabSources(Lab lab, Notices notices) {
    this.lab = lab;
    this.notices = notices;
  }

  Lab lab() {
    return lab;
  }

  /** Adds a source, in the package that it declares. */
  void add(SubmittedSource source) {
    copies.computeIfAbsent(source.path(), first -> new ArrayList<>()).add(source);
  }

  /** Chooses among the copies of each class that were added since the last choice. */
  void choose() {
    copies.forEach(
        (path, all) -> {
          SubmittedSource before = chosen.get(path);
          if (before != null) {
            all.add(before);
          }
          SubmittedSource now = best(path, all);
          chosen.put(path, now);
          if (now != before) {
            describe(now);
          }
        });
    copies.clear();
  }

  /**
   * Returns the chosen sources by their paths in the source folder, such as {@code
   * firsthop/udp/MyUdpEchoServer.java}.
   */
  Map<String, SubmittedSource> chosen() {
    return chosen;
  }

  /** Returns the packages that were corrected, each with the right one. */
  Map<String, String> moves() {
    Map<String, String> moves = new TreeMap<>();
    for (SubmittedSource source : chosen.values()) {
      source.movedFrom().ifPresent(wrong -> moves.put(wrong, source.packageName()));
    }
    return moves;
  }

  /** Returns the texts of the chosen sources, by path. */
  Map<String, String> texts() {
    Map<String, String> moves = moves();
    Map<String, String> texts = new TreeMap<>();
    chosen.forEach((path, source) -> texts.put(path, withImports(source.text(), moves)));
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

  private SubmittedSource best(String path, List<SubmittedSource> all) {
    CopyOrder order = new CopyOrder(all, lab.skeletons().getOrDefault(path, ""));
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
