package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.grading.Grading;
import firsthop.grader.grading.WaitLimits;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.BenchSpec;
import firsthop.grader.store.ExamVersion;
import firsthop.grader.store.RunEnvironment;
import java.io.IOException;
import java.util.function.Consumer;

/** Sets up what submissions are graded on. */
record BenchSetup(BenchSpec spec, Installation installation) {

  /** Opens the sandbox. */
  Sandbox open(Consumer<String> progress) throws BadInputException, MachineFaultException {
    return Sandboxes.open(spec.sandbox(), spec.baseImage(), installation, progress);
  }

  /** Sets up benches, no more than there are submissions. */
  Grading benches(Sandbox sandbox, int submissions) throws MachineFaultException {
    int jobs = spec.jobs().orElse(Runtime.getRuntime().availableProcessors() + 1);
    return new Grading(sandbox, Math.min(jobs, submissions), spec.seed(), WaitLimits.STANDARD);
  }

  /** Returns what results say of a run in this sandbox. */
  RunEnvironment environment(Sandbox sandbox) throws IOException {
    return new RunEnvironment(
        ExamVersion.of(installation.workerJars()), spec.seed(), sandbox.describe());
  }
}
