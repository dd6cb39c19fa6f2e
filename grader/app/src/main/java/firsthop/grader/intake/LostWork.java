package firsthop.grader.intake;

import firsthop.grader.archives.Notices;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Names the files of one submission that are not graded, and says why. */
final class LostWork {
  /** Why a source that can be read is not compiled in any lab. */
  private enum Unused {
    NO_CLASS("it declares no class", "they declare no class"),
    NO_PACKAGE("it declares no package", "they declare no package"),
    RESERVED(
        "students cannot add a class to its package",
        "students cannot add classes to their packages"),
    NOT_NEEDED("no class of a lab uses it", "no class of a lab uses them");

    private final String ofOne;
    private final String ofMany;

    Unused(String ofOne, String ofMany) {
      this.ofOne = ofOne;
      this.ofMany = ofMany;
    }

    static Unused of(SubmittedSource source) {
      if (source.isDeclarationOnly() || source.types().types().isEmpty()) {
        return NO_CLASS;
      }
      if (source.packageName().isEmpty()) {
        return NO_PACKAGE;
      }
      return ReservedPackages.contains(source.packageName()) ? RESERVED : NOT_NEEDED;
    }
  }

  private final ExpectedClasses expected;
  private final Notices notices;
  private final List<LabSources.Chosen> chosen;

  /** The paths of the sources that are compiled. */
  private final Set<String> found;

  LostWork(ExpectedClasses expected, LabSources sources, Notices notices) {
    this.expected = expected;
    this.notices = notices;
    this.chosen = sources.chosen();
    this.found = chosen.stream().map(LabSources.Chosen::path).collect(Collectors.toSet());
  }

  /**
   * Adds the notices. If something came in, and no class that a lab asks for was found, the
   * submission counts as lost.
   *
   * @param all all sources that could be read
   * @param unused those that are not compiled in any lab
   */
  void name(List<SubmittedSource> all, Collection<SubmittedSource> unused, LeftOutFiles leftOut) {
    nameRenamed();
    nameUnused(unused);
    leftOut
        .notice(all.stream().map(SubmittedSource::className).collect(Collectors.toSet()))
        .ifPresent(notices::addLost);
    List<String> paths =
        new ArrayList<>(all.stream().map(SubmittedSource::displayPath).sorted().toList());
    paths.addAll(leftOut.expected());
    if (found.stream().noneMatch(expected::contains) && !notices.isLost() && !paths.isEmpty()) {
      notices.addLost("no class that a lab asks for was found in " + LeftOutFiles.list(paths));
    }
  }

  /** Names helper classes that were probably meant to be a class that a lab asks for. */
  private void nameRenamed() {
    for (LabSources.Chosen each : chosen) {
      if (!expected.contains(each.path())) {
        expected.meant(each.source(), found).ifPresent(path -> nameMeant(each.source(), path));
      }
    }
  }

  private void nameUnused(Collection<SubmittedSource> unused) {
    Map<Unused, Set<String>> byReason = new EnumMap<>(Unused.class);
    for (SubmittedSource each : unused) {
      Optional<String> meant = expected.meant(each, found);
      if (meant.isPresent()) {
        nameMeant(each, meant.get());
      } else {
        byReason.computeIfAbsent(Unused.of(each), first -> new TreeSet<>()).add(each.displayPath());
      }
    }
    byReason.forEach(
        (reason, paths) ->
            notices.addLost(LeftOutFiles.sentence(paths, reason.ofOne, reason.ofMany)));
  }

  private void nameMeant(SubmittedSource source, String path) {
    String right = ExpectedClasses.className(path);
    if (source.className().equals(right)) {
      // Students copy a class into a later lab, where it is a helper.
      notices.addDetail(
          "%s is not graded as %s: its package is %s"
              .formatted(source.displayPath(), path, source.packageName()));
    } else {
      notices.addLost(
          "%s is not graded: its class is named %s, but it looks like %s"
              .formatted(source.displayPath(), shown(source.className()), right));
    }
  }

  /** Returns a name, with the number of a letter that may look like one of a right name. */
  private static String shown(String name) {
    return name.codePoints()
        .filter(letter -> letter > 0x7F)
        .mapToObj(letter -> "%s with the letter U+%04X".formatted(name, letter))
        .findFirst()
        .orElse(name);
  }
}
