package firsthop.grader.app;

import firsthop.grader.handout.Handout;
import firsthop.grader.sandbox.Installation;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes what students get. */
@Command(
    name = "handout",
    description = {
      "Write what students get: the labs with their skeletons, public tests and handouts, labkit,"
          + " and the poms.",
      "",
      "No solution, hidden test or part of the grader is in it, and mvn test works in it alone."
    },
    mixinStandardHelpOptions = true)
final class HandoutCommand implements Callable<Integer> {
  @Parameters(paramLabel = "DIR", description = "A folder that is not there yet, or empty.")
  private Path folder;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    int files = new Handout(Installation.current().home()).write(folder);
    spec.commandLine()
        .getOut()
        .printf(
            "Wrote %d files to %s. Try it as a student would: cd %s && mvn test%n",
            files, folder, folder);
    return Main.DONE;
  }
}
