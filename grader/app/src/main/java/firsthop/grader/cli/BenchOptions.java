package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.grading.Grading;
import firsthop.grader.grading.WaitLimits;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.store.ExamVersion;
import firsthop.grader.store.RunEnvironment;
import java.io.IOException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where students' code runs, and how much of it at a time. */
final class BenchOptions {
  private static final int MAX_BENCHES = 250;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many benches work side by side (default: the processors and one more).")
  private int jobs = Runtime.getRuntime().availableProcessors() + 1;

  @Option(
      names = "--sandbox",
      paramLabel = "KIND",
      defaultValue = "docker",
      description = {
        "docker (default): students' code runs in containers without a network.",
        "process: plain processes, without protection; for the examples, your own code, or inside"
            + " a container that is itself the sandbox."
      })
  private String sandboxKind;

  @Option(
      names = "--base-image",
      paramLabel = "IMAGE",
      description =
          "An image with Java on it to build the sandbox's image from (default: this JDK's own).")
  private @Nullable String baseImage;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = {
        "Where the hidden tests' chance comes from, such as which datagrams get lost (default:"
            + " ${DEFAULT-VALUE}).",
        "The same seed brings the same failure back."
      })
  private long seed = Grading.USUAL_SEED;

  /** Refuses what makes no sense, before anything is read or started. */
  void check() throws BadInputException {
    if (jobs < 1 || jobs > MAX_BENCHES) {
      throw new BadInputException("--jobs " + jobs + ": give 1 to " + MAX_BENCHES);
    }
  }

  /** Opens the sandbox that was asked for. */
  Sandbox open(Installation installation, Consumer<String> progress)
      throws BadInputException, MachineFaultException {
    return open(sandboxKind, installation, progress);
  }

  /** Opens a sandbox of another kind than was asked for. */
  Sandbox open(String kind, Installation installation, Consumer<String> progress)
      throws BadInputException, MachineFaultException {
    return Sandboxes.open(kind, baseImage, installation, progress);
  }

  /** Sets up benches, no more than there are submissions. */
  Grading benches(Sandbox sandbox, int submissions) throws MachineFaultException {
    return new Grading(sandbox, Math.min(jobs, submissions), seed, WaitLimits.STANDARD);
  }

  /** Returns what results say of a run in this sandbox. */
  RunEnvironment run(Installation installation, Sandbox sandbox) throws IOException {
    return new RunEnvironment(ExamVersion.of(installation.workerJars()), seed, sandbox.describe());
  }
}
