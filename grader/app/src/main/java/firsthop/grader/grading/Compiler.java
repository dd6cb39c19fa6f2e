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
 * The compiler that all benches share: one compilation at a time. One that takes too long, or ends
 * its process twice, has not compiled; the process is replaced.
 */
public final class Compiler implements AutoCloseable {
  /** A process may also be ended from outside; that must not be the student's fault. */
  private static final int TRIES = 2;

  private final Sandbox sandbox;
  private final Duration patience;
  private @Nullable Worker<Compilation.Request, Compilation.Result> worker;
  private String lastWords = "";

  public Compiler(Sandbox sandbox, Duration patience) {
    this.sandbox = sandbox;
    this.patience = patience;
  }

  /**
   * Compiles, or says why not.
   *
   * @throws MachineFaultException when there is no compiler to ask
   */
  public synchronized Compilation.Result compile(Compilation.Request request)
      throws MachineFaultException {
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        Optional<Compilation.Result> result = ask(request);
        if (result.isPresent()) {
          return result.get();
        }
        lastWords = worker == null ? "" : worker.why();
        close();
      } catch (SilentWorkerException busy) {
        close();
        return gaveUp("javac was not done after " + patience.toSeconds() + " s");
      } catch (MachineFaultException fault) {
        close();
        if (attempt == TRIES) {
          throw fault;
        }
      }
    }
    return gaveUp("javac's process ended, most likely out of memory");
  }

  /** Returns why the last process that ended did so, as far as it said; not for students. */
  public synchronized String lastWords() {
    return lastWords;
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
    }
    worker.send(request, patience);
    return worker.receive(patience);
  }

  private static Compilation.Result gaveUp(String why) {
    return new Compilation.Result(false, Map.of(), List.of(new Compilation.Problem("", 0, why)));
  }
}
