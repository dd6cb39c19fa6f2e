package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.common.SimilarNames;
import firsthop.grader.files.FolderLock;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.gradebook.ResultsFolder;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.marks.Overrides;
import firsthop.grader.marks.PointsOverride;
import firsthop.grader.regrade.OverrideChange;
import firsthop.grader.result.ExerciseResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.MachineFaultException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Replaces the test result of an exercise by an instructor's points. */
@Command(
    name = "override",
    customSynopsis = {
      "firsthop override SUBMISSION EXERCISE POINTS --reason=TEXT [--out=DIR]",
      "       firsthop override SUBMISSION EXERCISE --remove [--out=DIR]",
      "       firsthop override --list [--out=DIR]"
    },
    description = {
      "Set the points of one exercise of one submission. They replace the test result.",
      "",
      "The override is kept in DIR/overrides.json, also after later runs and regrades. It is marked"
          + " wherever the mark is shown, and the student reads the reason in the feedback. The"
          + " verdicts of the tests do not change."
    },
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footer = {
      "",
      "Examples:",
      "  ./firsthop override kim 1.1 12 --reason \"the test was wrong\"",
      "  ./firsthop override kim 1.1 --remove",
      "  ./firsthop override --list"
    })
final class OverrideCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "SUBMISSION",
      hideParamSyntax = true,
      description =
          "An id from grades.csv, or a person's name or account on the learning platform.")
  private @Nullable String submission;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "EXERCISE",
      hideParamSyntax = true,
      description = "The number of the exercise, such as 1.1.")
  private @Nullable String exercise;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "POINTS",
      hideParamSyntax = true,
      description = "A whole number from 0 to the points of the exercise.")
  private @Nullable String points;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "The reason. The student will read it.")
  private @Nullable String reason;

  @Option(names = "--remove", description = "Remove the override: the test result counts again.")
  private boolean remove;

  @Option(names = "--list", description = "List all overrides.")
  private boolean list;

  @Mixin private ResultsOption results;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws BadInputException, MachineFaultException {
    PrintWriter terminal = spec.commandLine().getOut();
    StoredRun.check(results.folder());
    if (list) {
      refuse(
          submission != null || remove || reason != null, "with --list, only --out may be given");
      OverrideList.print(Overrides.read(results.folder()), terminal);
      return Main.DONE;
    }
    if (submission == null || exercise == null) {
      throw new BadInputException("name a submission and an exercise, such as: override kim 1.1");
    }
    try (FolderLock own = ResultsFolder.lock(results.folder())) {
      return change(own.folder(), submission, exercise, terminal);
    } catch (IOException notClosed) {
      throw new MachineFaultException(
          "cannot unlock " + results.folder() + ": " + IoReason.of(notClosed));
    }
  }

  private int change(Path folder, String submission, String exercise, PrintWriter terminal)
      throws BadInputException, MachineFaultException {
    StoredRun run = StoredRun.read(folder);
    Overrides before = run.spec().marking().rules().overrides();
    if (remove && !run.has(submission) && before.find(submission, exercise).isPresent()) {
      write(folder, run.with(without(before, submission, exercise)));
      terminal.println(
          TerminalText.plain(
              submission + " " + exercise + ": removed; this submission has no result now"));
      return Main.DONE;
    }
    SubmissionResult result = run.submission(submission).result();
    StoredRun after =
        run.with(
            remove
                ? without(before, result.id(), exercise)
                : before.with(given(result, find(result, exercise))));
    write(folder, after);
    OverrideChange change = OverrideChange.between(run, after, result, exercise);
    terminal.println(TerminalText.plain(change.toString()));
    RunReport.follow(folder, after, terminal);
    return Main.DONE;
  }

  private PointsOverride given(SubmissionResult result, ExerciseResult found)
      throws BadInputException {
    if (points == null) {
      throw new BadInputException(
          "give the points: 0 to " + found.exercise().max() + ", or --remove");
    }
    return PointsOverride.give(
        result.id(),
        found.exercise(),
        whole(points),
        reason == null ? "" : reason,
        Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  private static int whole(String points) throws BadInputException {
    try {
      return Integer.parseInt(points);
    } catch (NumberFormatException fraction) {
      throw new BadInputException(points + " points: give a whole number of points");
    }
  }

  private Overrides without(Overrides before, String id, String named) throws BadInputException {
    refuse(points != null || reason != null, "with --remove, give neither points nor a reason");
    refuse(before.find(id, named).isEmpty(), "there is no override for " + id + " " + named);
    return before.without(id, named);
  }

  /** The override comes first: later results follow it. */
  private static void write(Path folder, StoredRun after) throws MachineFaultException {
    try {
      after.spec().marking().rules().overrides().write(folder);
      Gradebook.rewrite(folder, after);
    } catch (IOException full) {
      throw new MachineFaultException(
          "cannot write all results in "
              + folder
              + ": "
              + IoReason.of(full)
              + "; run the same command again");
    }
  }

  private static ExerciseResult find(SubmissionResult result, String id) throws BadInputException {
    Optional<ExerciseResult> found = result.exercise(id);
    if (found.isEmpty()) {
      List<String> ids = result.exercises().map(each -> each.exercise().id()).toList();
      throw new BadInputException(
          "there is no exercise " + id + "; " + SimilarNames.alike(id, ids));
    }
    return found.get();
  }

  private static void refuse(boolean wrong, String why) throws BadInputException {
    if (wrong) {
      throw new BadInputException(why);
    }
  }
}
