package firsthop.grader.bench;

import firsthop.grader.control.Compilation;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.Worker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The compiler that all benches share: one compilation at a time. One that takes too long, or ends
 * its process, has not compiled; the process is replaced.
 */
public final class Compiler implements AutoCloseable {
  private final Sandbox sandbox;
  private final Duration patience;
  private @Nullable Worker<Compilation.Request, Compilation.Result> worker;

  public Compiler(Sandbox sandbox, Duration patience) {
    this.sandbox = sandbox;
    this.patience = patience;
  }

  /** Compile, or say why not. */
  public synchronized Compilation.Result compile(Compilation.Request request)
      throws MachineFaultException {
    Worker<Compilation.Request, Compilation.Result> javac = started();
    javac.send(request);
    Optional<Compilation.Result> result;
    try {
      result = javac.receive(patience);
    } catch (MachineFaultException silent) {
      close();
      return gaveUp("javac was not done after " + patience.toSeconds() + " s");
    }
    if (result.isEmpty()) {
      close();
      return gaveUp("javac ran out of memory");
    }
    return result.get();
  }

  @Override
  public synchronized void close() {
    if (worker != null) {
      worker.close();
      worker = null;
    }
  }

  private Worker<Compilation.Request, Compilation.Result> started() throws MachineFaultException {
    if (worker == null) {
      worker = sandbox.startCompiler();
    }
    return worker;
  }

  private static Compilation.Result gaveUp(String why) {
    return new Compilation.Result(false, Map.of(), List.of(new Compilation.Problem("", 0, why)));
  }
}
