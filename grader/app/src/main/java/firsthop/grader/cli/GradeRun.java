package firsthop.grader.cli;

import firsthop.grader.common.IoReason;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.Gradebook;
import firsthop.grader.grading.Grading;
import firsthop.grader.grading.GradingTask;
import firsthop.grader.result.LabResult;
import firsthop.grader.result.SubmissionResult;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.RunSpec;
import firsthop.grader.submission.Submission;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Grades submissions, saves each result as soon as it is final, and shows progress and results. */
final class GradeRun {
  private final Grading grading;
  private final Path folder;
  private final RunSpec spec;
  private final Gradebook gradebook;
  private final PrintWriter out;
  private final PrintWriter err;

  /**
   * Prepares a run.
   *
   * @param folder the checked folder of results
   * @param spec the run that the user asked for
   * @param out gets the table
   * @param err gets the progress
   */
  GradeRun(
      Grading grading,
      Path folder,
      RunEnvironment run,
      RunSpec spec,
      PrintWriter out,
      PrintWriter err) {
    this.spec = spec;
    this.grading = grading;
    this.folder = folder;
    this.gradebook = Gradebook.open(folder, run, spec);
    this.out = out;
    this.err = err;
  }

  /**
   * Grades the submissions that have no result yet.
   *
   * @param fresh whether to grade every submission again
   * @return the program's exit code
   * @throws MachineFaultException when the table cannot be written
   */
  int grade(List<Submission> submissions, List<Lab> labs, boolean fresh)
      throws MachineFaultException, InterruptedException {
    Map<String, Submission> byId =
        submissions.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
    List<GradingTask> works = new ArrayList<>();
    for (Submission submission : submissions) {
      // A kept 0 for "nothing handed in" must not hide files that cannot be read: both have no
      // sources.
      works.add(
          fresh || submission.isUnreadable(labs)
              ? new GradingTask(submission, labs, List.of())
              : left(submission, labs));
    }
    int standing = (int) works.stream().filter(work -> work.labs().isEmpty()).count();
    if (standing > 0) {
      err.printf(
          "%d of %d results are kept from an earlier run (--fresh grades all again)%n",
          standing, works.size());
      err.flush();
    }
    List<SubmissionResult> results;
    try (Progress progress =
        Progress.of(submissions.size(), standing, spec.marking().rules(), err)) {
      results =
          grading.grade(
              works,
              result -> {
                keep(result, byId.get(result.id()));
                progress.done(result);
              });
    }
    for (int i = 0; i < works.size(); i++) {
      if (works.get(i).labs().isEmpty()) {
        // Its verdicts are kept, but their points may have changed.
        keep(results.get(i), works.get(i).submission());
      }
    }
    new ResultTable(spec.labs(), results, spec.marking().rules()).print(out);
    out.flush();
    Path table = folder.resolve("grades.csv");
    try {
      gradebook.table(results);
    } catch (IOException full) {
      throw new MachineFaultException("cannot write " + table + ": " + IoReason.of(full));
    }
    out.println("Written to " + table + " and " + folder.resolve("submissions"));
    long beside = gradebook.beside(byId.keySet());
    if (beside > 0) {
      out.println("  (the folder also has " + beside + " submissions of earlier runs)");
    }
    RunReport.follow(folder, out);
    out.flush();
    long notGraded = results.stream().filter(SubmissionResult::notGraded).count();
    if (notGraded == 0) {
      return Main.DONE;
    }
    out.println(notGraded + " not graded because of the machine. To try these again:");
    out.println("  " + GradeCommandLine.of(spec));
    out.flush();
    return Main.NOT_GRADED;
  }

  private GradingTask left(Submission submission, List<Lab> labs) throws MachineFaultException {
    try {
      List<LabResult> standing =
          gradebook.standing(submission, labs.stream().map(Lab::id).toList());
      Set<String> decided = standing.stream().map(LabResult::id).collect(Collectors.toSet());
      return new GradingTask(
          submission, labs.stream().filter(lab -> !decided.contains(lab.id())).toList(), standing);
    } catch (IOException unreadable) {
      throw new MachineFaultException(
          "cannot read the results of an earlier run: " + IoReason.of(unreadable));
    }
  }

  private void keep(SubmissionResult result, Submission submission) {
    try {
      gradebook.record(result, submission);
    } catch (IOException full) {
      throw new UncheckedIOException(IoReason.of(full), full);
    }
  }
}
