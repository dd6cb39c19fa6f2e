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
    description = "Grades what students hand in, and prepares what they get.",
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
      "  ./firsthop doctor                            what is there, what is missing",
      "  ./firsthop grade examples --sandbox process  the sample submissions, no Docker",
      "  ./firsthop grade submissions                 a class, in Docker",
      "  ./firsthop COMMAND --help                    all of a command",
      "",
      "For authors of exercises; CONTRIBUTING.md says more:",
      "  ./firsthop new-exercise 1.8 MacAddressCodec  every file of an exercise",
      "  ./firsthop check 1.8                         what it still lacks",
      "  ./firsthop patch --help                      mistakes, as patches",
      "",
      "Exit codes:",
      "  0  done",
      "  1  a fault of firsthop itself",
      "  2  what was given cannot be used; one line says why",
      "  3  something could not be graded, through no fault of a student's"
    })
public final class Main implements Callable<Integer> {
  /** What the launcher runs from another module. */
  private static final String AUTHORS_COMMANDS = "new-exercise, check, patch";

  /** Everything was done. */
  static final int DONE = 0;

  /** Firsthop itself failed. */
  static final int FAULT = 1;

  /** What was given cannot be used. */
  static final int BAD_INPUT = 2;

  /** The machine failed; what could not be graded is listed. */
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

  /** Runs a command and exit with its code. */
  public static void main(String[] args) {
    // A library's thread that fails is no business of the instructor's terminal but for a line.
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failed) ->
            System.err.println("firsthop: thread " + thread.getName() + " ended: " + failed));
    System.exit(run(args));
  }

  /** Runs a command and returns its exit code. */
  static int run(String... args) {
    return run(new CommandLine(new Main()), args);
  }

  /** Runs a command that writes elsewhere than to the standard streams. */
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
    command.getErr().println("firsthop: a fault of its own; please report it:");
    failure.printStackTrace(command.getErr());
    return FAULT;
  }

  private static String oneLine(Exception failure) {
    return TerminalText.plain(String.valueOf(failure.getMessage()));
  }
}
