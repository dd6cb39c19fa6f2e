package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** The report of the run that is kept in a folder of results. */
final class RunReport {
  private RunReport() {}

  /**
   * Writes it anew.
   *
   * @param out gets what the instructor should know of the results
   * @return the page to open
   */
  static Path write(Path folder, PrintWriter out) throws BadInputException, IOException {
    StoredRun run = StoredRun.read(folder);
    run.notices().forEach(notice -> out.println("Note: " + TerminalText.plain(notice)));
    return Report.write(folder, run, GradeRun.again(run.request()), run.request().zone());
  }

  /**
   * Has it follow marks that were written. They stand without it, so that a failure is said and no
   * more.
   */
  static void follow(Path folder, PrintWriter out) {
    try {
      out.println("Report: " + write(folder, out));
    } catch (IOException | BadInputException failed) {
      out.println(
          "The report could not be written: "
              + TerminalText.plain(
                  failed instanceof IOException full ? IoReason.of(full) : failed.getMessage())
              + "; the marks stand. Mend that, then: ./firsthop report --out "
              + ShellWords.join(List.of(folder.toString())));
    }
  }
}
