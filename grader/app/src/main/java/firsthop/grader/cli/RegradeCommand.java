package firsthop.grader.cli;

import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.files.FolderLock;
import firsthop.grader.gradebook.ResultsFolder;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.submission.Submission;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Grades a finished run again after its exam has changed. */
@Command(
    name = "regrade",
    description = {
      "Grade again after the exam has changed. Show whose marks change, by how much, and"
          + " because of which tests.",
      "",
      "It uses the options of the grade command that wrote DIR. The new results wait in DIR/regrade;"
          + " only --accept changes marks, and it grades nothing twice. Overrides are kept. Submissions that"
          + " are new or have changed are listed; grade them with the grade command."
    },
    optionListHeading = "%n",
    footer = {
      "",
      "Examples:",
      "  ./firsthop regrade            show the changes",
      "  ./firsthop regrade --accept   write the changes",
      "",
      "Exit codes:",
      "  0  every submission was graded",
      "  2  the input cannot be used; one line says why",
      "  3  the machine failed: the listed submissions keep their marks; run it again"
    })
final class RegradeCommand implements Callable<Integer> {
  @Mixin private ResultsOption results;

  @Option(names = "--accept", description = "Write the changed marks.")
  private boolean accept;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter terminal = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    StoredRun.check(results.folder());
    try (FolderLock own = ResultsFolder.lock(results.folder())) {
      return regrade(own.folder(), terminal, err);
    }
  }

  private int regrade(Path folder, PrintWriter terminal, PrintWriter err) throws Exception {
    StoredRun before = StoredRun.read(folder);
    Installation installation = Installation.current();
    Course course = Course.read(installation);
    List<Lab> labs = RunSource.labs(before.spec(), course);
    List<Submission> submissions =
        RunSource.submissions(
            before.spec(), course, folder, line -> err.println(TerminalText.plain(line)));
    BenchSetup setup = new BenchSetup(before.spec().bench(), installation);
    try (Sandbox sandbox = setup.open(err::println)) {
      return new RegradeRun(
              before,
              folder,
              setup.environment(sandbox),
              () -> setup.benches(sandbox, submissions.size()),
              terminal,
              err)
          .regrade(submissions, labs, accept);
    }
  }
}
