package firsthop.grader.app;

import firsthop.grader.intake.BadInputException;
import firsthop.grader.intake.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the report of the last run anew. */
@Command(
    name = "report",
    description = {
      "Write the report of the last run anew: DIR/report/index.html, and a page for each"
          + " submission.",
      "",
      "grade does so by itself; this is for when something else has changed, such as an override."
          + " It is for the instructor: it shows hidden tests and what they expect."
    },
    optionListHeading = "%n",
    footer = {"", "Example:", "  ./firsthop report --out grades"})
final class ReportCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "grades",
      description = "Where grade has written its results (default: ${DEFAULT-VALUE}).")
  private Path out;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInputException {
    try {
      spec.commandLine().getOut().println("Report: " + RunReport.write(out));
    } catch (IOException failed) {
      throw new BadInputException(
          "cannot write the report to " + out.resolve("report") + ": " + IoReason.of(failed));
    }
    return Main.DONE;
  }
}
