package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.control.TestKey;
import firsthop.grader.course.Course;
import firsthop.grader.course.Lab;
import firsthop.grader.gradebook.StoredRun;
import firsthop.grader.grading.WaitLimits;
import firsthop.grader.regrade.Replay;
import firsthop.grader.regrade.TestLookup;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.store.RunEnvironment;
import firsthop.grader.store.RunSpec;
import firsthop.grader.store.StoredResult;
import firsthop.grader.submission.Submission;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Grades one submission again and prints every detail. */
@Command(
    name = "replay",
    description = {
      "Grade one submission again, alone, and print every detail.",
      "",
      "It uses the same random numbers as before. It prints the verdicts, the messages, the"
          + " exceptions and their stack frames, the traffic on the network, the errors of javac, the"
          + " output of the processes, and the verdicts that differ from the kept ones.",
      "",
      "Nothing in DIR changes. The output quotes hidden tests: it is for you, not for the"
          + " student."
    },
    parameterListHeading = "%n",
    optionListHeading = "%n",
    footer = {
      "",
      "Examples:",
      "  ./firsthop replay kim",
      "  ./firsthop replay kim --test refuses_leading_zeros",
      "",
      "Exit codes:",
      "  0  every test ran, whatever its verdict",
      "  2  the input cannot be used; one line says why",
      "  3  the machine failed; run it again"
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SUBMISSION",
      description =
          "An id from grades.csv, or a person's name or account on the learning platform.")
  private String name;

  @Option(
      names = "--test",
      paramLabel = "NAME",
      description =
          "Show only one test. Give its name, or a part of it that is unique; all tests of its exercise"
              + " run.")
  private @Nullable String test;

  @Mixin private ResultsOption results;

  @Option(
      names = "--sandbox",
      paramLabel = "KIND",
      description = "docker or process, as for grade (default: the sandbox of the kept run).")
  private @Nullable String sandboxKind;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter err = spec.commandLine().getErr();
    StoredRun run = StoredRun.read(results.folder());
    StoredResult kept = run.submission(name);
    Installation installation = Installation.current();
    Course course = Course.read(installation);
    List<Lab> labs = RunSource.labs(run.spec(), course);
    Submission submission = find(kept, run.spec(), course);
    BenchSetup setup = new BenchSetup(run.spec().bench().in(kind(kept)), installation);
    try (Sandbox sandbox = setup.open(err::println);
        Replay replay = new Replay(sandbox, kept.run().seed(), WaitLimits.STANDARD)) {
      sayWhatIsOther(kept, submission, setup.environment(sandbox), err);
      return replay(kept, submission, replay, labs, course);
    }
  }

  private int replay(
      StoredResult kept, Submission submission, Replay replay, List<Lab> labs, Course course)
      throws BadInputException {
    PrintWriter terminal = spec.commandLine().getOut();
    ReplayReport report;
    if (test == null) {
      report = new ReplayReport(kept, key -> true, terminal);
      for (Lab lab : labs) {
        report.print(replay.run(lab, submission));
      }
    } else {
      TestKey only = TestLookup.find(replay.plan(), test);
      report = new ReplayReport(kept, only::equals, terminal);
      for (Lab lab : course.labs()) {
        if (only.exercise().startsWith(lab.number() + ".")) {
          report.print(replay.run(lab, submission, only.exercise()));
        }
      }
    }
    report.wrote(replay.wrote());
    return report.end() ? Main.DONE : Main.NOT_GRADED;
  }

  private SandboxKind kind(StoredResult kept) throws BadInputException {
    try {
      return SandboxKind.of(sandboxKind == null ? kept.run().sandbox().kind() : sandboxKind);
    } catch (IllegalArgumentException unknown) {
      throw new BadInputException("--" + unknown.getMessage());
    }
  }

  private Submission find(StoredResult kept, RunSpec run, Course course) throws BadInputException {
    String id = kept.result().id();
    for (Submission submission : RunSource.submissions(run, course, results.folder(), said -> {})) {
      if (submission.id().equals(id)) {
        return submission;
      }
    }
    throw new BadInputException(
        id + " was graded, but its files are not in the same place now; put them back");
  }

  /** Prints what has changed since the run and may change verdicts. */
  private static void sayWhatIsOther(
      StoredResult kept, Submission submission, RunEnvironment now, PrintWriter err) {
    RunEnvironment before = kept.run();
    if (!submission.digest().equals(kept.result().digest())) {
      err.println("Its files have changed since it was graded.");
    }
    if (!now.examVersion().equals(before.examVersion())) {
      err.println("The exam has changed since it was graded.");
    }
    if (!now.sandbox().equals(before.sandbox())) {
      err.printf(
          "It was graded in another sandbox: %s. Now it runs in %s.%n",
          words(before.sandbox()), words(now.sandbox()));
    }
    err.flush();
  }

  private static String words(Sandbox.Description sandbox) {
    return (sandbox.kind() + " " + sandbox.image()).strip() + ", Java " + sandbox.jdk();
  }
}
