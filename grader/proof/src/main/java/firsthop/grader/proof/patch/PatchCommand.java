package firsthop.grader.proof.patch;

import firsthop.grader.common.IoReason;
import firsthop.grader.proof.source.BadSourceException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a wrong submission out as a whole program, and makes a patch of one. */
@Command(
    name = "patch",
    description = {
      "Write a wrong submission out as a whole program, or make a patch of one.",
      "",
      "A wrong submission is a patch in grader/exams/wrong/EXERCISE against the right solution in"
          + " base/ beside it."
    },
    optionListHeading = "%n",
    commandListHeading = "%nCommands:%n",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  ./firsthop patch write 1.1 takes-999 ../work",
      "  ./firsthop patch make 1.1 takes-999 ../work --overwrite",
      "  ./firsthop patch write 1.1 base ../work --overwrite",
      "  ./firsthop patch make 1.1 takes-a-space ../work --sentence \"Takes a space.\""
    })
public final class PatchCommand implements Runnable {
  private static final int DONE = 0;
  private static final int BAD_INPUT = 2;

  /** The checkout, as the launcher says; else the current folder. */
  private static final String HOME_PROPERTY = "firsthop.home";

  private final Path home;

  @Spec private CommandSpec spec;

  /** Makes one for this checkout. */
  public PatchCommand() {
    this(Path.of(System.getProperty(HOME_PROPERTY, ".")));
  }

  PatchCommand(Path home) {
    this.home = home.toAbsolutePath().normalize();
  }

  /** Runs a command and exits with its code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new PatchCommand()).execute(args));
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "give write or make");
  }

  @Command(
      name = "write",
      description = "Write a whole program, such as an IDE opens.",
      parameterListHeading = "%n",
      optionListHeading = "%n")
  int write(
      @Parameters(paramLabel = "EXERCISE", description = "The number of the exercise, such as 1.1.")
          String exercise,
      @Parameters(
              paramLabel = "MISTAKE",
              description = "Such as takes-999; base is the right solution.")
          String mistake,
      @Parameters(
              paramLabel = "DIR",
              description =
                  "Where to write: a folder outside the checkout, or a new one. It becomes a source"
                      + " folder, with packages in it.")
          Path folder,
      @Option(names = "--overwrite", description = "Overwrite the program's files that are there.")
          boolean overwrite) {
    return carryOut(
        () -> {
          ExerciseFolder checked = ExerciseFolder.of(home, exercise);
          new ProgramFolder(home, folder).write(checked.program(mistake), overwrite);
          return "Written to " + folder;
        });
  }

  @Command(
      name = "make",
      description = "Make a mistake's patch from an edited copy of the program.",
      parameterListHeading = "%n",
      optionListHeading = "%n")
  int make(
      @Parameters(paramLabel = "EXERCISE", description = "The number of the exercise, such as 1.1.")
          String exercise,
      @Parameters(paramLabel = "MISTAKE", description = "Such as takes-999.") String mistake,
      @Parameters(
              paramLabel = "DIR",
              description = "The whole program: all Java files in it and in folders below.")
          Path folder,
      @Option(
              names = "--sentence",
              paramLabel = "TEXT",
              description =
                  "The mistake in one sentence, such as \"Accepts 999 as an octet.\" (default:"
                      + " the sentence of the existing patch).")
          @Nullable String sentence,
      @Option(names = "--overwrite", description = "Overwrite the existing patch.")
          boolean overwrite) {
    return carryOut(
        () ->
            "Written to "
                + ExerciseFolder.of(home, exercise)
                    .make(
                        mistake,
                        new ProgramFolder(home, folder).read(),
                        Optional.ofNullable(sentence),
                        overwrite));
  }

  private interface Work {
    String carryOut() throws IOException;
  }

  private int carryOut(Work work) {
    CommandLine program = spec.commandLine();
    try {
      program.getOut().println(work.carryOut());
      return DONE;
    } catch (BadPatchException | BadSourceException unusable) {
      program.getErr().println("firsthop: " + unusable.getMessage());
    } catch (FileSystemException failed) {
      program.getErr().println("firsthop: " + failed.getFile() + ": " + IoReason.of(failed));
    } catch (IOException failed) {
      program.getErr().println("firsthop: cannot read or write: " + IoReason.of(failed));
    }
    return BAD_INPUT;
  }
}
