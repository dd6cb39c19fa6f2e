package firsthop.grader.cli;

import firsthop.grader.common.BadInputException;
import firsthop.grader.grading.Grading;
import firsthop.grader.sandbox.SandboxKind;
import firsthop.grader.store.BenchSpec;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that choose the sandbox and the number of benches. */
final class BenchOptions {
  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many benches grade in parallel (default: one more than the processors).")
  private @Nullable Integer jobs;

  @Option(
      names = "--sandbox",
      paramLabel = "KIND",
      defaultValue = "docker",
      description = {
        "docker (default): the students' code runs in containers without a network.",
        "process: plain processes without protection. Use it for the examples, for your own code, or in"
            + " a container that is itself the sandbox."
      })
  private String sandboxKind;

  @Option(
      names = "--base-image",
      paramLabel = "IMAGE",
      description =
          "The base of the sandbox's image: an image with Java (default: an image of this JDK).")
  private @Nullable String baseImage;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = {
        "The seed of the hidden tests' random numbers, such as which datagrams get lost (default:"
            + " ${DEFAULT-VALUE}).",
        "The same seed repeats the same failure."
      })
  private long seed = Grading.USUAL_SEED;

  /**
   * Returns the benches that the options describe.
   *
   * @throws BadInputException when an option has an impossible value
   */
  BenchSpec spec() throws BadInputException {
    try {
      return new BenchSpec(
          SandboxKind.of(sandboxKind),
          Optional.ofNullable(baseImage),
          jobs == null ? OptionalInt.empty() : OptionalInt.of(jobs),
          seed);
    } catch (IllegalArgumentException wrong) {
      // The message begins with the name of the option.
      throw new BadInputException("--" + wrong.getMessage());
    }
  }
}
