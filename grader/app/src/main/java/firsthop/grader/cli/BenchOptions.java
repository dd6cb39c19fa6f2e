package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.grading.Grading;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.store.BenchSpec;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where students' code runs, and how much of it at a time. */
final class BenchOptions {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many benches work side by side (default: the processors and one more).")
  private @Nullable Integer jobs;

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

  /**
   * Returns what was asked for.
   *
   * @throws BadInputException when that makes no sense
   */
  BenchSpec spec() throws BadInputException {
    try {
      return new BenchSpec(
          SandboxKind.of(sandboxKind),
          Optional.ofNullable(baseImage),
          jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs),
          seed);
    } catch (IllegalArgumentException wrong) {
      // What is wrong begins with the option's name.
      throw new BadInputException("--" + wrong.getMessage());
    }
  }
}
