package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.docker.DockerSandbox;
import firsthop.grader.doctor.Engine;
import firsthop.grader.doctor.EngineProbe;
import firsthop.grader.doctor.Finding;
import firsthop.grader.doctor.Machine;
import firsthop.grader.doctor.TestcontainersEngine;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the sandbox that the command line asks for. */
final class Sandboxes {
  private static final Duration ENGINE_LIMIT = Duration.ofSeconds(30);

  private Sandboxes() {}

  static Sandbox open(
      String kind, @Nullable String baseImage, Installation installation, Consumer<String> progress)
      throws BadInputException, MachineFaultException {
    return switch (kind) {
      case DockerSandbox.KIND -> {
        requireEngine();
        yield DockerSandbox.open(installation, Limits.STANDARD, baseImage, progress);
      }
      case ProcessSandbox.KIND -> new ProcessSandbox(installation, Limits.STANDARD);
      default ->
          throw new BadInputException(
              "--sandbox " + kind + ": give " + DockerSandbox.KIND + " or " + ProcessSandbox.KIND);
    };
  }

  /** Without an engine, stop: a class of strangers never runs unsandboxed because one was down. */
  private static void requireEngine() throws BadInputException {
    Engine engine = new TestcontainersEngine(System.getenv(), ENGINE_LIMIT);
    for (Finding finding : new EngineProbe(engine, Machine.current()).check()) {
      if (!finding.good()) {
        throw new BadInputException(
            finding.name()
                + ": "
                + finding.found()
                + ". Mend it: "
                + finding.remedy()
                + ". (For the examples or your own code only: --sandbox process.)");
      }
    }
  }
}
