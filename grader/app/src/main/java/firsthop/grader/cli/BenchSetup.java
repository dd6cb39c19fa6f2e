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

/** Opens the sandbox and the benches on which submissions are graded. */
record BenchSetup(BenchSpec spec, Installation installation) {

  /** Opens the sandbox. */
  Sandbox open(Consumer<String> progress) throws BadInputException, MachineFaultException {
    return Sandboxes.open(spec.sandbox(), spec.baseImage(), installation, progress);
  }

  /** Opens benches, at most one per submission. */
  Grading benches(Sandbox sandbox, int submissions) throws MachineFaultException {
    int jobs = spec.jobs().orElse(Runtime.getRuntime().availableProcessors() + 1);
    return new Grading(sandbox, Math.min(jobs, submissions), spec.seed(), WaitLimits.STANDARD);
  }

  /** Returns the description of this sandbox for the results. */
  RunEnvironment environment(Sandbox sandbox) throws IOException {
    return new RunEnvironment(
        ExamVersion.of(installation.workerJars()), spec.seed(), sandbox.describe());
  }
}
