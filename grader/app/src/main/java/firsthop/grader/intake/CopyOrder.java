package firsthop.grader.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Decides which one of several copies of a class is graded, and says why. */
final class CopyOrder {
  /** A number of a version, or a date, such as in {@code v2} and {@code attempt_2026-10-01}. */
  private static final Pattern VERSION =
      Pattern.compile(
          "(?:^|[ _.(-])(?:v|ver|version|rev|revision|attempt|try|submission|제출|버전|시도)"
              + "[ _.-]?(\\d{1,9}(?:[._-]\\d{1,9}){0,6})(?![\\p{L}\\d])");

  /** What file managers and browsers add to the name of a copy. */
  private static final Pattern COPY =
      Pattern.compile(
          "\\((\\d{1,9})\\)$|(?:^|[ _-])(?:copy|kopie|copie|copia|복사본|사본|副本|コピー)"
              + "(?:[ _(-]*(\\d{1,9})\\)?)?(?:$|[ _-])");

  /**
   * Programs add a number or a date to the name of a file, but a folder {@code lab-1} is no copy.
   */
  private static final Pattern NUMBERED_FILE =
      Pattern.compile("\\w[ _-](\\d{1,18}(?:[._-]\\d{1,18}){0,6})$");

  private static final Pattern BACKUP =
      Pattern.compile(
          "(?:.*[ _.-])?(?:backups?|bak|old|history|archived?|previous|trash|백업|이전)(?:[ _.-].*)?",
          Pattern.DOTALL);

  private static final Pattern BACKUP_FILE =
      Pattern.compile("(?:\\..*|.*\\.(?:bak|backup|old|orig|save)|.*~)", Pattern.DOTALL);

  private static final Pattern ENDING =
      Pattern.compile("(?:\\.java|\\.te?xt|\\.bak|\\.backup|\\.old|\\.orig|\\.save|~)+$");

  private static final String LAB_SOURCES = "src/main/java/";

  /** A copy without a number comes after version 1 and before version 2. */
  private static final List<Long> UNNUMBERED = List.of(1L, Long.MAX_VALUE);

  private static final String NUMBER = "its number is the highest";

  private static final String PATHS = "its path is the first in alphabetical order";

  /**
   * One reason to prefer a copy.
   *
   * @param reason says about the copy that comes first why it does
   * @param saysWhichIsNewer whether this is also a sign that the copy is the newest
   */
  private record Criterion(
      String reason, boolean saysWhichIsNewer, Comparator<SubmittedSource> order) {}

  private static final Criterion VERSIONS =
      new Criterion(NUMBER, true, highestFirst(CopyOrder::version));

  private static final Criterion PLACES =
      new Criterion(
          "it is not in a place for backups or build output",
          true,
          firstIf(copy -> !isAside(copy.displayPath())));

  private final List<Criterion> criteria = new ArrayList<>();

  /**
   * Creates an order for copies of one class.
   *
   * @param skeleton the skeleton of the class; empty if there is none
   */
  CopyOrder(List<SubmittedSource> copies, String skeleton) {
    criteria.add(
        new Criterion("it was handed in later", true, Comparator.comparing(SubmittedSource::rank)));
    criteria.add(
        new Criterion(
            "it is not the unchanged skeleton", true, firstIf(copy -> !copy.hasLinesOf(skeleton))));
    boolean allNumbered = copies.stream().noneMatch(copy -> version(copy).equals(UNNUMBERED));
    criteria.addAll(allNumbered ? List.of(VERSIONS, PLACES) : List.of(PLACES, VERSIONS));
    criteria.add(
        new Criterion(
            "its package line is right", false, firstIf(copy -> copy.movedFrom().isEmpty())));
    criteria.add(
        new Criterion(
            "its name is not that of a copy", false, Comparator.comparing(CopyOrder::copyMarks)));
    criteria.add(
        new Criterion("its name is that of its class", false, firstIf(copy -> !copy.isRenamed())));
    criteria.add(new Criterion(NUMBER, true, highestFirst(CopyOrder::copyNumber)));
    criteria.add(
        new Criterion(
            "it is in fewer archives", false, Comparator.comparing(SubmittedSource::nesting)));
    criteria.add(
        new Criterion(
            "it is in the source folder of a project",
            false,
            firstIf(copy -> copy.displayPath().contains(LAB_SOURCES))));
    criteria.add(
        new Criterion(
            "it is closest to the top",
            false,
            Comparator.comparing(copy -> FileNames.folders(copy.displayPath()).size())));
    criteria.add(new Criterion(PATHS, false, Comparator.comparing(SubmittedSource::displayPath)));
  }

  /** Returns the copies, with the one that is graded first. */
  List<SubmittedSource> sorted(List<SubmittedSource> copies) {
    return copies.stream()
        .sorted(
            criteria.stream().map(Criterion::order).reduce(Comparator::thenComparing).orElseThrow())
        .toList();
  }

  /** Returns why the first of two copies comes before the second, as the end of a sentence. */
  String reason(SubmittedSource first, SubmittedSource second) {
    return criteria.stream()
        .filter(each -> each.order().compare(first, second) != 0)
        .findFirst()
        .map(
            each ->
                each.reason()
                    + (each.saysWhichIsNewer() ? "" : " (nothing says which one is newer)"))
        .orElse(PATHS);
  }

  private static Comparator<SubmittedSource> firstIf(Function<SubmittedSource, Boolean> preferred) {
    return Comparator.comparing(copy -> !preferred.apply(copy));
  }

  private static Comparator<SubmittedSource> highestFirst(
      Function<SubmittedSource, List<Long>> number) {
    return (one, other) -> compare(number.apply(other), number.apply(one));
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

  private static boolean isAside(String path) {
    return FileNames.isInBuildFolder(path)
        || BACKUP_FILE.matcher(FileNames.folded(FileNames.last(path))).matches()
        || FileNames.folders(path).stream()
            .anyMatch(name -> name.startsWith(".") || BACKUP.matcher(name).matches());
  }

  /** Returns the number of the outermost folder, or of the file, that names a version. */
  private static List<Long> version(SubmittedSource copy) {
    for (String name : names(copy)) {
      Matcher version = VERSION.matcher(name);
      if (version.find()) {
        return numbers(version.group(1));
      }
    }
    return UNNUMBERED;
  }

  private static int copyMarks(SubmittedSource copy) {
    List<String> names = names(copy);
    int marks = NUMBERED_FILE.matcher(names.get(names.size() - 1)).find() ? 1 : 0;
    for (String name : names) {
      marks += COPY.matcher(name).find() ? 1 : 0;
    }
    return marks;
  }

  private static List<Long> copyNumber(SubmittedSource copy) {
    List<String> names = names(copy);
    Matcher numbered = NUMBERED_FILE.matcher(names.get(names.size() - 1));
    if (numbered.find()) {
      return numbers(numbered.group(1));
    }
    for (String name : names) {
      Matcher mark = COPY.matcher(name);
      if (mark.find()) {
        String number = mark.group(1) == null ? mark.group(2) : mark.group(1);
        return number == null ? List.of() : numbers(number);
      }
    }
    return List.of();
  }

  /** Returns the names in its path, in small letters and without the ending of the file. */
  private static List<String> names(SubmittedSource copy) {
    List<String> names = new ArrayList<>(FileNames.folders(copy.displayPath()));
    String file = FileNames.folded(FileNames.last(copy.displayPath()));
    names.add(ENDING.matcher(file).replaceFirst(""));
    return names;
  }

  private static List<Long> numbers(String text) {
    List<Long> numbers = new ArrayList<>();
    for (String number : text.split("[._-]")) {
      numbers.add(Long.valueOf(number));
    }
    return numbers;
  }
}
