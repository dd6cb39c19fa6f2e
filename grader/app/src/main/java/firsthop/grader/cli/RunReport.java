package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.report.Report;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

/** Writes the report of the last run in a folder of results. */
final class RunReport {
  private RunReport() {}

  /**
   * Writes the report again.
   *
   * @param out gets notices about the results
   * @return the page to open
   */
  static Path write(Path folder, StoredRun run, PrintWriter out) throws IOException {
    run.notices().forEach(notice -> out.println("Note: " + TerminalText.plain(notice)));
    return Report.write(folder, run, GradeCommandLine.of(run.spec()), run.spec().zone());
  }

  /**
   * Updates the report after marks were written. The marks do not depend on it, so a failure is
   * only printed.
   */
  static void follow(Path folder, PrintWriter out) {
    try {
      follow(folder, StoredRun.read(folder), out);
    } catch (BadInputException unreadable) {
      sayNotWritten(folder, unreadable.getMessage(), out);
    }
  }

  /** Updates the report after these marks were written. */
  static void follow(Path folder, StoredRun run, PrintWriter out) {
    try {
      out.println("Report: " + write(folder, run, out));
    } catch (IOException full) {
      sayNotWritten(folder, IoReason.of(full), out);
    }
  }

  private static void sayNotWritten(Path folder, String why, PrintWriter out) {
    out.println(
        "The report could not be written: "
            + TerminalText.plain(why)
            + "; the marks are kept. Repair this, then run: ./firsthop report --out "
            + ShellWords.join(List.of(folder.toString())));
  }
}
