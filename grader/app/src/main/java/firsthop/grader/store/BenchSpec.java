package firsthop.grader.store;

import firsthop.grader.sandbox.SandboxKind;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The sandbox and benches of a run.
 *
 * @param baseImage the base of the sandbox's image, an image with Java; empty for an image of this
 *     JDK
 * @param jobs the number of benches, 1 to {@value #MAX_JOBS}; empty for a number that suits the
 *     machine
 * @param seed the seed of the hidden tests' random numbers
 */
public record BenchSpec(
    SandboxKind sandbox, Optional<String> baseImage, OptionalInt jobs, long seed) {
  /** Each bench has its own network address. */
  public static final int MAX_JOBS = 250;

  public BenchSpec {
    jobs.ifPresent(
        number -> {
          if (number < 1 || number > MAX_JOBS) {
            throw new IllegalArgumentException("jobs " + number + ": give 1 to " + MAX_JOBS);
          }
        });
  }

  /** Returns these benches with another kind of sandbox. */
  public BenchSpec in(SandboxKind other) {
    return new BenchSpec(other, baseImage, jobs, seed);
  }
}
