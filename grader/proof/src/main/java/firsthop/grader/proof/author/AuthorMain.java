package firsthop.grader.proof.author;

import firsthop.grader.common.BadInputException;
import firsthop.grader.proof.patch.PatchCommand;
import firsthop.grader.proof.source.BadSourceException;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.NotBuiltException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The part of the program {@code firsthop} that authors of exercises use. */
@Command(
    name = "firsthop",
    description = "Makes and proves exercises.",
    subcommands = {CheckCommand.class, NewExerciseCommand.class, PatchCommand.class},
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    synopsisSubcommandLabel = "COMMAND")
public final class AuthorMain implements Runnable {
  /** Everything was done, and nothing is missing. */
  static final int DONE = 0;

  /** Something is missing, or firsthop itself failed. */
  static final int MISSING = 1;

  /** What was given cannot be used. */
  static final int BAD_INPUT = 2;

  /** The machine failed. */
  static final int MACHINE_FAULT = 3;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  private boolean help;

  @Spec private CommandSpec spec;

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(new CommandLine(new AuthorMain()), args));
  }

  /** Runs a command that writes elsewhere than to the standard streams. */
  static int run(CommandLine program, PrintWriter out, PrintWriter err, String... args) {
    return run(program.setOut(out).setErr(err), args);
  }

  private static int run(CommandLine program, String... args) {
    return program
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
        .setParameterExceptionHandler((wrong, given) -> explain(wrong))
        .execute(args);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "give a command");
  }

  private static int explain(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    command
        .getErr()
        .printf(
            "firsthop: %s (try %s --help)%n",
            wrong.getMessage(), command.getCommandSpec().qualifiedName());
    return BAD_INPUT;
  }

  private static int explain(Exception failure, CommandLine command) {
    if (failure instanceof BadInputException
        || failure instanceof BadSourceException
        || failure instanceof NotBuiltException) {
      command.getErr().println("firsthop: " + failure.getMessage());
      return BAD_INPUT;
    }
    if (failure instanceof MachineFaultException) {
      command.getErr().println("firsthop: " + failure.getMessage());
      return MACHINE_FAULT;
    }
    command.getErr().println("firsthop: this is a bug in firsthop; please report it:");
    failure.printStackTrace(command.getErr());
    return MISSING;
  }
}
