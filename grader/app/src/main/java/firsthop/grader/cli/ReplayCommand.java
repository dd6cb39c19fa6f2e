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

/** Runs one submission again and prints everything. */
@Command(
    name = "replay",
    description = {
      "Run one submission again, alone, and print everything.",
      "",
      "It meets the same chance as when it was graded. Printed are its verdicts, messages, and"
          + " exceptions and where they were thrown, what went over the wire, what javac said, what"
          + " its processes wrote; and which verdicts are not as kept.",
      "",
      "Nothing in DIR changes. What is printed quotes hidden tests: it is for you, not for the"
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
      "  0  all tests were run, whatever came out",
      "  2  what was given cannot be used; one line says why",
      "  3  the machine failed; run it again"
    })
final class ReplayCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "SUBMISSION",
      description = "As in grades.csv; or a person's name or account on the learning platform.")
  private String name;

  @Option(
      names = "--test",
      paramLabel = "NAME",
      description =
          "Show one test only, by its name or a part that no other has; the tests of its exercise"
              + " are run.")
  private @Nullable String test;

  @Mixin private ResultsOption results;

  @Option(
      names = "--sandbox",
      paramLabel = "KIND",
      description = "docker or process, as for grade (default: as it was graded).")
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
        id + " was graded, but does not lie where it did any more; put its files back");
  }

  /** What may make a difference, before any difference is seen. */
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
          "It was graded in another sandbox: %s; now it runs in %s.%n",
          words(before.sandbox()), words(now.sandbox()));
    }
    err.flush();
  }

  private static String words(Sandbox.Description sandbox) {
    return (sandbox.kind() + " " + sandbox.image()).strip() + ", Java " + sandbox.jdk();
  }
}
