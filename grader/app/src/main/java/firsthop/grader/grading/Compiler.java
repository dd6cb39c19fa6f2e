package firsthop.grader.grading;

import firsthop.grader.control.Compilation;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.SilentWorkerException;
import firsthop.grader.sandbox.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The compiler that all benches share, with one compilation at a time. A compilation that takes too
 * long, or ends the process, gets a second attempt in a fresh process, which has to compile
 * something good before: a machine that stalls for a moment is not the student's fault.
 */
public final class Compiler implements AutoCloseable {
  private static final int TRIES = 2;

  /** What each process compiles first. */
  static final Compilation.Request WARM_UP =
      new Compilation.Request(Map.of("WarmUp.java", "class WarmUp {}"), Map.of());

  /**
   * The outcome of a compilation.
   *
   * @param result says why it did not compile, if it did not
   * @param gaveUp whether javac did not end, or ended its process, at each attempt
   * @param spent the time of its attempts, without any wait for other compilations
   */
  public record Outcome(Compilation.Result result, boolean gaveUp, Duration spent) {}

  private final Sandbox sandbox;
  private final Duration start;
  private final Duration patience;
  private final LongSupplier clock;
  private @Nullable Worker<Compilation.Request, Compilation.Result> worker;
  private String exitDetails = "";

  /** Makes a compiler whose process starts when it is first needed. */
  public Compiler(Sandbox sandbox, WaitLimits limits) {
    this(sandbox, limits, System::nanoTime);
  }

  /**
   * Makes a compiler with its own clock.
   *
   * @param clock a clock in nanoseconds, such as {@link System#nanoTime}
   */
  Compiler(Sandbox sandbox, WaitLimits limits, LongSupplier clock) {
    this.sandbox = sandbox;
    this.clock = clock;
    this.start = limits.start();
    this.patience = limits.compilation();
  }

  /**
   * Compiles sources.
   *
   * @param canary what compiles on a machine that works; null if there is no second attempt,
   *     because the same sources have already made javac give up
   * @throws MachineFaultException when no compiler can be started, or the canary does not compile
   */
  public synchronized Outcome compile(
      Compilation.Request request, Compilation.@Nullable Request canary)
      throws MachineFaultException {
    int tries = canary == null ? 1 : TRIES;
    long spent = 0;
    String why = "";
    for (int attempt = 1; attempt <= tries; attempt++) {
      long began = clock.getAsLong();
      try {
        if (!why.isEmpty() && canary != null) {
          check(canary);
          began = clock.getAsLong();
        }
        Optional<Compilation.Result> result = ask(request);
        if (result.isPresent()) {
          return new Outcome(result.get(), false, nanos(spent + clock.getAsLong() - began));
        }
        why = "javac's process ended, probably because it ran out of memory";
        exitDetails = worker == null ? "" : worker.exitDetails();
      } catch (SilentWorkerException busy) {
        why = "javac did not finish within " + patience.toSeconds() + " s";
      } catch (MachineFaultException fault) {
        if (attempt == tries) {
          close();
          throw fault;
        }
      }
      spent += clock.getAsLong() - began;
      close();
    }
    Compilation.Problem problem = new Compilation.Problem("", 0, why);
    return new Outcome(
        new Compilation.Result(false, Map.of(), List.of(problem)), true, nanos(spent));
  }

  private static Duration nanos(long spent) {
    return Duration.ofNanos(spent);
  }

  private void check(Compilation.Request canary) throws MachineFaultException {
    boolean compiles;
    try {
      compiles = ask(canary).map(Compilation.Result::compiled).orElse(false);
    } catch (SilentWorkerException slow) {
      throw new MachineFaultException(
          "the compiler does not compile the reference solution in time either", slow);
    }
    if (!compiles) {
      throw new MachineFaultException(
          "the compiler does not compile the reference solution either"
              + (worker == null ? "" : worker.exitDetails()));
    }
  }

  /** Returns details of the last process that ended, as far as it wrote them; not for students. */
  public synchronized String exitDetails() {
    return exitDetails;
  }

  @Override
  public synchronized void close() {
    if (worker != null) {
      worker.close();
      worker = null;
    }
  }

  private Optional<Compilation.Result> ask(Compilation.Request request)
      throws MachineFaultException {
    if (worker == null) {
      worker = sandbox.startCompiler();
      if (warmUp(worker).isEmpty()) {
        return Optional.empty();
      }
    }
    worker.send(request, patience);
    return worker.receive(patience);
  }

  /** The first run of javac loads its classes. No student's time limit may include that. */
  private Optional<Compilation.Result> warmUp(
      Worker<Compilation.Request, Compilation.Result> started) throws MachineFaultException {
    try {
      started.send(WARM_UP, start);
      return started.receive(start);
    } catch (SilentWorkerException slow) {
      throw new MachineFaultException(
          "the compiler did not start within " + start.toSeconds() + " s", slow);
    }
  }
}
