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

/** Grades a kept run again, after its exam has changed. */
@Command(
    name = "regrade",
    description = {
      "Grade again after an exam has changed, and show whose marks change, by how much and"
          + " through which tests.",
      "",
      "It grades as grade was asked to when it wrote to DIR. What comes out waits in DIR/regrade;"
          + " marks change with --accept alone, which grades nothing twice. Overrides stay. Who has"
          + " handed in other files since, or is new, is named, and left for grade."
    },
    optionListHeading = "%n",
    footer = {
      "",
      "Examples:",
      "  ./firsthop regrade            what would change",
      "  ./firsthop regrade --accept   change it",
      "",
      "Exit codes:",
      "  0  all were graded",
      "  2  what was given cannot be used; one line says why",
      "  3  the machine failed somewhere: what is listed keeps its mark; run it again"
    })
final class RegradeCommand implements Callable<Integer> {
  @Mixin private ResultsOption results;

  @Option(names = "--accept", description = "Write the marks that change.")
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
