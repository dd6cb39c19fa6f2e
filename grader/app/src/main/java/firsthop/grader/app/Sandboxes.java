package firsthop.grader.app;

import firsthop.grader.intake.BadInputException;
import firsthop.grader.sandbox.Installation;
import firsthop.grader.sandbox.Limits;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.ProcessSandbox;
import firsthop.grader.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

/** Opens the sandbox that the command line asks for. */
final class Sandboxes {
  private Sandboxes() {}

  static Sandbox open(String kind, @Nullable String baseImage, Installation installation)
      throws BadInputException, MachineFaultException {
    return switch (kind) {
      case ProcessSandbox.KIND -> new ProcessSandbox(installation, Limits.STANDARD);
      default ->
          throw new BadInputException(
              "--sandbox " + kind + ": give docker or " + ProcessSandbox.KIND);
    };
  }
}
