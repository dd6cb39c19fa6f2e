package firsthop.grader.store;

import firsthop.grader.sandbox.SandboxKind;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What the submissions of a run are graded on.
 *
 * @param baseImage an image with Java on it to build the sandbox's image from; empty for the image
 *     of this JDK
 * @param jobs how many benches work side by side, 1 to {@value #MAX_JOBS}; empty for as many as
 *     suit the machine
 * @param seed where the hidden tests' chance comes from
 */
public record BenchSpec(
    SandboxKind sandbox, Optional<String> baseImage, OptionalInt jobs, long seed) {
  /** Each bench has a network address of its own. */
  public static final int MAX_JOBS = 250;

  public BenchSpec {
    jobs.ifPresent(
        number -> {
          if (number < 1 || number > MAX_JOBS) {
            throw new IllegalArgumentException("jobs " + number + ": give 1 to " + MAX_JOBS);
          }
        });
  }

  /** Returns the same in a sandbox of another kind. */
  public BenchSpec in(SandboxKind other) {
    return new BenchSpec(other, baseImage, jobs, seed);
  }
}
