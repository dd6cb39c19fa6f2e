package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.common.IoReason;
import firsthop.grader.course.Lab;
import firsthop.grader.files.FileTree;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.gradebook.ResultsFolder;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.grading.Grading;
import firsthop.grader.regrade.PendingRegrade;
import firsthop.grader.regrade.RegradeOutcome;
import firsthop.grader.regrade.SameFiles;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Grades a finished run again and shows the changes. The new results wait in a second gradebook
 * until they are accepted; nothing is graded twice.
 */
final class RegradeRun {
  private static final String WAITING = "regrade";

  /** Opens benches; called only if there is something to grade. */
  interface Benches {
    Grading open() throws MachineFaultException;
  }

  private final StoredRun before;
  private final Path folder;
  private final Gradebook standing;
  private final Gradebook waiting;
  private final Benches benches;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * Prepares a regrade.
   *
   * @param folder the folder of the run's results
   * @param run the environment on which verdicts depend now
   * @param out gets the changes
   * @param err gets the progress
   */
  RegradeRun(
      StoredRun before,
      Path folder,
      RunEnvironment run,
      Benches benches,
      PrintWriter out,
      PrintWriter err) {
    this.before = before;
    this.folder = folder;
    this.standing = Gradebook.open(folder, run, before.spec());
    this.waiting = Gradebook.open(waiting(folder), run, before.spec());
    this.benches = benches;
    this.out = out;
    this.err = err;
  }

  /** Returns the folder of results that wait to be accepted. */
  static Path waiting(Path folder) {
    return folder.resolve(WAITING);
  }

  /**
   * Grades every result that is out of date again, and shows the changes.
   *
   * @param accept whether to write the changes
   * @return the program's exit code
   * @throws BadInputException when the folder for waiting results cannot be used
   * @throws MachineFaultException when results cannot be read or written
   */
  int regrade(List<Submission> submissions, List<Lab> labs, boolean accept)
      throws BadInputException, MachineFaultException, InterruptedException {
    SameFiles files = SameFiles.of(before, submissions);
    Map<String, Submission> same =
        files.same().stream().collect(Collectors.toMap(Submission::id, Function.identity()));
    RegradeOutcome outcome = RegradeOutcome.of(before, grade(files.same(), labs, same));
    new ChangeReport(outcome.changes()).print(outcome.after().size(), out);
    files.notices().forEach(notice -> out.println(TerminalText.plain(notice)));
    outcome.notGraded().forEach(this::sayWhy);
    if (accept) {
      write(outcome, same);
      out.println("Written to " + folder.resolve("grades.csv") + " and submissions beside it");
      RunReport.follow(folder, out);
    } else if (!outcome.decided().isEmpty()) {
      out.println("Nothing is written yet. To write the changes:");
      out.println("  " + again(true));
    }
    int notGraded = outcome.notGraded().size();
    if (notGraded > 0) {
      out.println(notGraded + " not graded; these keep their marks. To try them again:");
      out.println("  " + again(accept));
    }
    out.flush();
    return notGraded == 0 ? Main.DONE : Main.NOT_GRADED;
  }

  /** A result that is up to date, or waits to be accepted, is not graded again. */
  private Map<String, SubmissionResult> grade(
      List<Submission> submissions, List<Lab> labs, Map<String, Submission> byId)
      throws BadInputException, MachineFaultException, InterruptedException {
    PendingRegrade pending = PendingRegrade.of(standing, waiting, submissions, labs);
    Map<String, SubmissionResult> results = new HashMap<>(pending.waiting());
    if (pending.left().isEmpty()) {
      err.println(
          results.isEmpty()
              ? "Nothing is graded again: the exam, the image and the limits have not changed."
              : "Nothing is graded again: an earlier regrade has graded everything already.");
      err.flush();
      return results;
    }
    ResultsFolder.check(waiting(folder));
    int decided = submissions.size() - pending.left().size();
    try (Grading grading = benches.open();
        Progress progress =
            Progress.of(submissions.size(), decided, before.spec().marking().rules(), err)) {
      grading
          .grade(
              pending.left(),
              result -> {
                keep(result, byId.get(result.id()));
                progress.done(result);
              })
          .forEach(result -> results.put(result.id(), result));
    }
    return results;
  }

  /** If it is interrupted, some results are old and some are new; the next call continues. */
  private void write(RegradeOutcome outcome, Map<String, Submission> byId)
      throws MachineFaultException {
    try {
      for (SubmissionResult result : outcome.decided()) {
        standing.record(result, byId.get(result.id()));
      }
      standing.table(outcome.after());
      FileTree.delete(waiting(folder));
    } catch (IOException full) {
      throw new MachineFaultException(
          "cannot write all results in "
              + folder
              + ": "
              + IoReason.of(full)
              + "; run it again: "
              + again(true));
    }
  }

  private void sayWhy(SubmissionResult result) {
    for (LabResult lab : result.labs()) {
      if (lab.notGraded()) {
        lab.notices()
            .forEach(
                notice ->
                    out.println(TerminalText.plain(result.id() + ": " + lab.id() + ": " + notice)));
      }
    }
  }

  private String again(boolean accept) {
    List<String> words =
        new ArrayList<>(List.of("./firsthop", "regrade", "--out", folder.toString()));
    if (accept) {
      words.add("--accept");
    }
    return ShellWords.join(words);
  }

  private void keep(SubmissionResult result, Submission submission) {
    try {
      waiting.record(result, submission);
    } catch (IOException full) {
      throw new UncheckedIOException(IoReason.of(full), full);
    }
  }
}
