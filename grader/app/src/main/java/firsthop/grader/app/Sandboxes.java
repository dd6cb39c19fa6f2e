package firsthop.grader.app;

import firsthop.grader.docker.DockerSandbox;
import firsthop.grader.intake.BadInputException;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens the sandbox that the command line asks for. */
final class Sandboxes {
  private Sandboxes() {}

  static Sandbox open(
      String kind, @Nullable String baseImage, Installation installation, Consumer<String> progress)
      throws BadInputException, MachineFaultException {
    return switch (kind) {
      case DockerSandbox.KIND ->
          DockerSandbox.open(installation, Limits.STANDARD, baseImage, progress);
      case ProcessSandbox.KIND -> new ProcessSandbox(installation, Limits.STANDARD);
      default ->
          throw new BadInputException(
              "--sandbox " + kind + ": give " + DockerSandbox.KIND + " or " + ProcessSandbox.KIND);
    };
  }
}
