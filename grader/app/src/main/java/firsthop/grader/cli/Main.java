package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.NotBuiltException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program {@code firsthop}. */
@Command(
    name = "firsthop",
    description = "Grades the students' submissions, and prepares their handout.",
    subcommands = {
      GradeCommand.class,
      RegradeCommand.class,
      OverrideCommand.class,
      ReplayCommand.class,
      ReportCommand.class,
      ExportCommand.class,
      HandoutCommand.class,
      DoctorCommand.class
    },
    version = "firsthop 0.1.0",
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Start with:",
      "  ./firsthop doctor                            what is installed or missing",
      "  ./firsthop grade examples --sandbox process  the sample submissions, no Docker",
      "  ./firsthop grade submissions                 a class, in Docker",
      "  ./firsthop COMMAND --help                    all options of a command",
      "",
      "For authors of exercises; CONTRIBUTING.md says more:",
      "  ./firsthop new-exercise 1.8 MacAddressCodec  make every file of a new exercise",
      "  ./firsthop check 1.8                         what it still needs",
      "  ./firsthop patch --help                      wrong submissions as patches",
      "",
      "Exit codes:",
      "  0  done",
      "  1  a bug in firsthop",
      "  2  the input cannot be used; one line says why",
      "  3  something could not be graded because of the machine"
    })
public final class Main implements Callable<Integer> {
  /** The commands that the launcher runs from another module. */
  private static final String AUTHORS_COMMANDS = "new-exercise, check, patch";

  /** Everything was done. */
  static final int DONE = 0;

  /** Firsthop itself failed. */
  static final int FAULT = 1;

  /** The input cannot be used. */
  static final int BAD_INPUT = 2;

  /** The machine failed; the output lists what could not be graded. */
  static final int NOT_GRADED = 3;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      scope = ScopeType.INHERIT,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version and exit.")
  private boolean version;

  @Spec private CommandSpec spec;

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    // If a library's thread fails, one line is enough for the instructor.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failed) ->
            System.err.println("firsthop: thread " + thread.getName() + " ended: " + failed));
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... args) {
    return run(new CommandLine(new Main()), args);
  }

  /** Runs a command with these streams in place of the standard ones. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return run(new CommandLine(new Main()).setOut(out).setErr(err), args);
  }

  private static int run(CommandLine program, String... args) {
    return program
        .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command))
        .setParameterExceptionHandler((wrong, given) -> explain(wrong))
        .execute(args);
  }

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getOut());
    return BAD_INPUT;
  }

  private static int explain(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    if (command.getParent() == null
        && wrong instanceof UnmatchedArgumentException unmatched
        && !unmatched.getUnmatched().get(0).startsWith("-")) {
      String given = TerminalText.plain(unmatched.getUnmatched().get(0));
      String known = String.join(", ", command.getSubcommands().keySet());
      command
          .getErr()
          .println(
              "firsthop: there is no command "
                  + given
                  + "; there are "
                  + known
                  + ", "
                  + AUTHORS_COMMANDS
                  + " (try firsthop --help)");
      return BAD_INPUT;
    }
    String help = command.getCommandSpec().qualifiedName() + " --help";
    command.getErr().println("firsthop: " + oneLine(wrong) + " (try " + help + ")");
    return BAD_INPUT;
  }

  private static int explain(Exception failure, CommandLine command) {
    if (failure instanceof BadInputException || failure instanceof NotBuiltException) {
      command.getErr().println("firsthop: " + oneLine(failure));
      return BAD_INPUT;
    }
    if (failure instanceof MachineFaultException) {
      command.getErr().println("firsthop: " + oneLine(failure));
      return NOT_GRADED;
    }
    command.getErr().println("firsthop: this is a bug in firsthop; please report it:");
    failure.printStackTrace(command.getErr());
    return FAULT;
  }

  private static String oneLine(Exception failure) {
    return TerminalText.plain(String.valueOf(failure.getMessage()));
  }
}
