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
import firsthop.grader.sandbox.SandboxKind;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Opens a sandbox of the wanted kind. */
final class Sandboxes {
  private static final Duration ENGINE_LIMIT = Duration.ofSeconds(30);

  private Sandboxes() {}

  static Sandbox open(
      SandboxKind kind,
      Optional<String> baseImage,
      Installation installation,
      Consumer<String> progress)
      throws BadInputException, MachineFaultException {
    return switch (kind) {
      case DOCKER -> {
        requireEngine();
        yield DockerSandbox.open(installation, Limits.STANDARD, baseImage.orElse(null), progress);
      }
      case PROCESS -> new ProcessSandbox(installation, Limits.STANDARD);
    };
  }

  /** Without an engine, this fails: strangers' code must never run without a sandbox. */
  private static void requireEngine() throws BadInputException {
    Engine engine = new TestcontainersEngine(System.getenv(), ENGINE_LIMIT);
    for (Finding finding : new EngineProbe(engine, Machine.current()).check()) {
      if (!finding.good()) {
        throw new BadInputException(
            finding.name()
                + ": "
                + finding.found()
                + ". Repair it: "
                + finding.remedy()
                + ". (Without Docker, only for the examples or your own code: --sandbox process)");
      }
    }
  }
}
