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
import org.jspecify.annotations.Nullable;

/**
 * The compiler that all benches share, with one compilation at a time. A compilation that takes too
 * long, or ends the process twice, has failed; the process is replaced.
 */
public final class Compiler implements AutoCloseable {
  /** The process may also be ended from outside, so one more attempt is made. */
  private static final int TRIES = 2;

  /** What each process compiles first. */
  static final Compilation.Request WARM_UP =
      new Compilation.Request(Map.of("WarmUp.java", "class WarmUp {}"), Map.of());

  private final Sandbox sandbox;
  private final Duration start;
  private final Duration patience;
  private @Nullable Worker<Compilation.Request, Compilation.Result> worker;
  private String exitDetails = "";

  /** Makes a compiler whose process starts when it is first needed. */
  public Compiler(Sandbox sandbox, WaitLimits limits) {
    this.sandbox = sandbox;
    this.start = limits.start();
    this.patience = limits.compilation();
  }

  /**
   * Compiles sources. The result says why they did not compile.
   *
   * @throws MachineFaultException when no compiler can be started
   */
  public synchronized Compilation.Result compile(Compilation.Request request)
      throws MachineFaultException {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        Optional<Compilation.Result> result = ask(request);
        if (result.isPresent()) {
          return result.get();
        }
        exitDetails = worker == null ? "" : worker.exitDetails();
        close();
      } catch (SilentWorkerException busy) {
        close();
        return failed("javac did not finish within " + patience.toSeconds() + " s");
      } catch (MachineFaultException fault) {
        close();
        if (attempt == TRIES) {
          throw fault;
        }
      }
    }
    return failed("javac's process ended, probably because it ran out of memory");
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

  private static Compilation.Result failed(String why) {
    return new Compilation.Result(false, Map.of(), List.of(new Compilation.Problem("", 0, why)));
  }
}
