package firsthop.grader.report;

import firsthop.grader.files.WholeFile;
import firsthop.grader.gradebook.StoredRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the report of a run. */
public final class Report {
  private static final String FOLDER = "report";
  private static final String PAGES = "submissions";

  private Report() {}

  /**
   * Writes the report into the folder of results. Pages that would not change are not written
   * again; pages of submissions that are no longer in the run are deleted.
   *
   * @param retryCommand the command that grades again what was not graded
   * @param zone the time zone of the times that are shown
   * @return the page to open
   */
  public static Path write(Path results, StoredRun run, String retryCommand, ZoneId zone)
      throws IOException {
    ClassView view = ClassView.of(run, retryCommand, zone);
    Path pages = results.resolve(FOLDER).resolve(PAGES);
    Files.createDirectories(pages);
    for (int i = 0; i < view.entries().size(); i++) {
      WholeFile.write(pages.resolve(view.entries().get(i).page()), SubmissionPage.write(view, i));
    }
    removeOthers(
        pages, view.entries().stream().map(SubmissionEntry::page).collect(Collectors.toSet()));
    Path index = results.resolve(FOLDER).resolve("index.html");
    WholeFile.write(index, IndexPage.write(view));
    return index;
  }

  private static void removeOthers(Path pages, Set<String> current) throws IOException {
    List<Path> gone;
    try (Stream<Path> all = Files.list(pages)) {
      gone =
          all.filter(page -> PageName.isOwn(page.getFileName().toString()))
              .filter(page -> !current.contains(page.getFileName().toString()))
              .toList();
    }
    for (Path page : gone) {
      Files.delete(page);
    }
  }
}
