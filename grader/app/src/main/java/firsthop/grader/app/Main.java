package firsthop.grader.app;

import firsthop.grader.intake.BadInputException;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program {@code firsthop}. */
@Command(
    name = "firsthop",
    description = "Grades what students hand in, and prepares what they get.",
    subcommands = {GradeCommand.class, HandoutCommand.class, DoctorCommand.class},
    mixinStandardHelpOptions = true,
    version = "firsthop 0.1.0",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start with:",
      "  ./firsthop doctor                            what is there, what is missing",
      "  ./firsthop grade examples --sandbox process  the sample submissions, no Docker",
      "  ./firsthop grade submissions                 a class, in Docker",
      "  ./firsthop COMMAND --help                    all of a command",
      "",
      "Exit codes:",
      "  0  done",
      "  1  a fault of firsthop itself",
      "  2  what was given cannot be used; one line says why",
      "  3  something could not be graded, through no fault of a student's"
    })
public final class Main implements Callable<Integer> {
  /** Everything was done. */
  static final int DONE = 0;

  /** Firsthop itself failed. */
  static final int FAULT = 1;

  /** What was given cannot be used. */
  static final int BAD_INPUT = 2;

  /** The machine failed; what could not be graded is listed. */
  static final int NOT_GRADED = 3;

  @Spec private CommandSpec spec;

  /** Run a command and exit with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** Run a command and return its exit code. */
  static int run(String... args) {
    return new CommandLine(new Main())
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
        .setParameterExceptionHandler(
            (wrong, ignored) -> {
              CommandLine command = wrong.getCommandLine();
              command
                  .getErr()
                  .println(
                      oneLine(wrong)
                          + " (try "
                          + command.getCommandSpec().qualifiedName()
                          + " --help)");
              return BAD_INPUT;
            })
        .execute(args);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return BAD_INPUT;
  }

  private static int explain(Exception failure, CommandLine command) {
    if (failure instanceof BadInputException || failure instanceof MachineFaultException) {
      command.getErr().println("firsthop: " + oneLine(failure));
      return failure instanceof BadInputException ? BAD_INPUT : NOT_GRADED;
    }
    command.getErr().println("firsthop: a fault of its own; please report it:");
    failure.printStackTrace(command.getErr());
    return FAULT;
  }

  private static String oneLine(Exception failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s*\\R\\s*", " ");
  }
}
