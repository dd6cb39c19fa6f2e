package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.handout.Handout;
import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the files for the students. */
@Command(
    name = "handout",
    description = {
      "Write the files for the students: labs with skeletons, public tests and handouts, labkit,"
          + " and the Maven files.",
      "",
      "It contains no solution, no hidden test and no part of the grader. mvn test works in it."
    },
    parameterListHeading = "%n",
    footer = {"", "Example:", "  ./firsthop handout ../handout-2026"})
final class HandoutCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInputException {
    int files;
    try {
      files = new Handout(Installation.current().home()).write(folder);
    } catch (IOException failed) {
      throw new BadInputException(
          "cannot write the handout to " + folder + ": " + IoReason.of(failed));
    }
    spec.commandLine()
        .getOut()
        .printf(
            "Wrote %d files to %s. Try it as a student would: cd %s && mvn test%n",
            files, folder, folder);
    return Main.DONE;
  }
}
