package firsthop.grader.proof.author;

import firsthop.grader.common.BadInputException;
import firsthop.grader.files.FolderLock;
import firsthop.grader.proof.rules.Checkout;
import firsthop.grader.proof.rules.CourseSources;
import firsthop.grader.proof.rules.ExerciseFiles;
import firsthop.grader.proof.source.FileChanges;
import firsthop.grader.sandbox.Installation;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes the files of a new exercise. */
@Command(
    name = "new-exercise",
    description = {
      "Make every file of a new exercise.",
      "",
      "Each compiles at once, and has a TODO for what you write: contract, skeleton, reference,"
          + " public tests, handout, hints, hidden tests, right and wrong submissions, samples."
          + " Nothing is overwritten."
    },
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footer = {
      "",
      "Example:",
      "  ./firsthop new-exercise 1.8 MacAddressCodec --title \"MAC addresses\" --points 10"
    })
final class NewExerciseCommand implements Callable<Integer> {
  private static final int USUAL_POINTS = 10;

  @Parameters(paramLabel = "ID", description = "Its number, such as 1.8: lab 1, exercise 8.")
  private String id;

  @Parameters(
      paramLabel = "CONTRACT",
      description = "The name of its interface, such as MacAddressCodec.")
  private String contract;

  @Option(
      names = "--title",
      paramLabel = "TEXT",
      description = "What it is about, in a few words (default: the words of CONTRACT).")
  private @Nullable String title;

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "" + USUAL_POINTS,
      description = "What it is worth (default: ${DEFAULT-VALUE}).")
  private int points;

  @Spec private CommandSpec spec;

  private final Path home;

  /** Makes one for this checkout. */
  NewExerciseCommand() {
    this(Installation.current().home());
  }

  NewExerciseCommand(Path home) {
    this.home = home;
  }

  @Override
  public Integer call() throws IOException, BadInputException {
    FolderLock lock = AuthorLock.take(home);
    try {
      NewExercise made =
          new NewExerciseRequest(id, contract, title, points)
              .accept(new CourseSources(new Checkout(home)));
      FileChanges changes = made.changes();
      changes.applyIn(home);
      say(made.files(), changes);
      return AuthorMain.DONE;
    } finally {
      lock.close();
    }
  }

  private void say(ExerciseFiles files, FileChanges changes) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf("Made exercise %s. These files are new:%n%n", files.id());
    changes.created().forEach(file -> out.println("  " + files.shown(file)));
    out.printf("%nThese have a row or a section for it:%n%n");
    changes.replaced().forEach(file -> out.println("  " + files.shown(file)));
    out.printf(
        """

        Each TODO says what to write. Begin with the contract: %s.java. Then run

          ./firsthop check %s

        which says what is still missing.
        """,
        files.contract(), files.id());
  }
}
