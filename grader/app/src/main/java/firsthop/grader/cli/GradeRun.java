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

/** Grades submissions, keeps each result as soon as it stands, and shows how it goes and went. */
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
   * @param folder where results are written; checked before
   * @param spec what was asked for
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
   * Grades what is not decided yet.
   *
   * @param fresh whether to grade all again, whatever an earlier run has decided
   * @return the program's exit code
   * @throws MachineFaultException when the table could be shown, but not written
   */
  int grade(List<Submission> submissions, List<Lab> labs, boolean fresh)
      throws MachineFaultException, InterruptedException {
    Map<String, Submission> byId =
        submissions.stream().collect(Collectors.toMap(Submission::id, Function.identity()));
    List<GradingTask> works = new ArrayList<>();
    for (Submission submission : submissions) {
      // A 0 for nothing does not stand against what could not be read: both have no files.
      works.add(
          fresh || submission.isUnreadable(labs)
              ? new GradingTask(submission, labs, List.of())
              : left(submission, labs));
    }
    int standing = (int) works.stream().filter(work -> work.labs().isEmpty()).count();
    if (standing > 0) {
      err.printf(
          "%d of %d stand from an earlier run (--fresh grades all again)%n",
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
        // Its verdicts stand, but what they count may have changed.
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
      out.println("  (of earlier runs " + beside + " more lie there)");
    }
    RunReport.follow(folder, out);
    out.flush();
    long notGraded = results.stream().filter(SubmissionResult::notGraded).count();
    if (notGraded == 0) {
      return Main.DONE;
    }
    out.println(notGraded + " not graded, through no fault of the students'; try those again with");
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
