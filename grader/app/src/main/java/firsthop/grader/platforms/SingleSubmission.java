package firsthop.grader.platforms;

import firsthop.grader.archives.Item;
import firsthop.grader.common.BadInputException;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A single submission: it has a lab, sources or students' files at its top. */
public record SingleSubmission(Course course) implements DownloadLayout {
  private static final Pattern STUDENTS_FILE = Pattern.compile(Lab.STUDENTS + "\\w+\\.java");

  private static final Pattern COPY = Pattern.compile(" ?\\(\\d+\\)(?=\\.)");

  /** Other folders at the top of a whole handout or checkout. */
  private static final Set<String> CHECKOUT_FOLDERS =
      Set.of("firsthop", "lab-parent", "labkit", "labtool", "repo", "target", "bin", "out");

  @Override
  public Optional<Download> recognize(TopLevel top) {
    if (!looksLikeOne(top)) {
      return Optional.empty();
    }
    return Optional.of(whole(top.name(), top.root()));
  }

  /** Returns a folder or an archive as one submission. */
  public static Download whole(String name, Item all) {
    return new Download(
        "one submission, " + name, List.of(ReceivedSubmission.plain(name, all, 0)), List.of());
  }

  /**
   * Returns a warning if a class lies there several times under the names of copies; empty
   * otherwise. Google Drive gives such names to equal names of different students.
   */
  public static Optional<String> copies(TopLevel top) {
    Map<String, Long> counts =
        top.items().stream()
            .filter(TopLevel::isSource)
            .map(item -> COPY.matcher(item.name()).replaceFirst(""))
            .collect(Collectors.groupingBy(name -> name, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .filter(each -> each.getValue() > 1)
        .map(
            each ->
                ("%s is there %d times; if this is a folder of Google Classroom, the files are those"
                        + " of several students, and nothing says whose they are: put the files of"
                        + " each student into a folder")
                    .formatted(each.getKey(), each.getValue()))
        .findFirst();
  }

  private boolean looksLikeOne(TopLevel top) {
    boolean some =
        top.items().stream().anyMatch(this::isTopOfSubmission)
            || course.labs().stream()
                .flatMap(lab -> lab.packages().stream())
                .anyMatch(each -> has(top, each));
    // A single stray file among the submissions of a class must not merge them into one.
    return some
        && top.items().stream()
            .filter(Item.Folder.class::isInstance)
            .allMatch(item -> isTopOfSubmission(item) || CHECKOUT_FOLDERS.contains(item.name()))
        && top.items().stream().filter(TopLevel::isArchive).count() <= 1;
  }

  private boolean isTopOfSubmission(Item item) {
    return item instanceof Item.Folder
        ? item.name().equals("src")
            || course.labs().stream().anyMatch(lab -> lab.folder().equals(item.name()))
        : STUDENTS_FILE.matcher(item.name()).matches();
  }

  private static boolean has(TopLevel top, String path) {
    List<Item> items = top.items();
    TopLevel below = top;
    for (String name : path.split("/")) {
      Optional<Item> next =
          items.stream()
              .filter(item -> item instanceof Item.Folder && item.name().equals(name))
              .findFirst();
      if (next.isEmpty()) {
        return false;
      }
      try {
        below = TopLevel.of(below.name(), (Item.Folder) next.get());
      } catch (BadInputException unreadable) {
        return false;
      }
      items = below.items();
    }
    return true;
  }
}
