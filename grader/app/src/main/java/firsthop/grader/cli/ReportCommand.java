package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.gradebook.StoredRun;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Writes the report of the last run again. */
@Command(
    name = "report",
    description = {
      "Write the report of the last run again: DIR/report/index.html, and a page for each"
          + " submission.",
      "",
      "The grade command writes it, too. Use this command after another change, such as an override."
          + " The report is for the instructor: it shows hidden tests and what they expect."
    },
    optionListHeading = "%n",
    footer = {"", "Example:", "  ./firsthop report --out grades"})
final class ReportCommand implements Callable<Integer> {
  @Mixin private ResultsOption results;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInputException {
    try {
      PrintWriter out = spec.commandLine().getOut();
      StoredRun run = StoredRun.read(results.folder());
      out.println("Report: " + RunReport.write(results.folder(), run, out));
    } catch (IOException failed) {
      throw new BadInputException(
          "cannot write the report to "
              + results.folder().resolve("report")
              + ": "
              + IoReason.of(failed));
    }
    return Main.DONE;
  }
}
