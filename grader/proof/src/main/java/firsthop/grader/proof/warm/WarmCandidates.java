package firsthop.grader.proof.warm;

import firsthop.grader.control.Compilation;
import firsthop.grader.control.FromExaminer;
import firsthop.grader.control.ToExaminer;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import firsthop.grader.sandbox.Worker;
import java.util.function.Supplier;

/**
 * One bench's sandbox, whose candidates are warm while that is wanted. All else, and fresh
 * candidates, are those of another sandbox.
 */
public final class WarmCandidates implements Sandbox {
  private final Sandbox sandbox;
  private final WarmPool pool;
  private boolean warm;

  /** Takes warm candidates from the pool; neither pool nor sandbox is closed here. */
  public WarmCandidates(Sandbox sandbox, WarmPool pool) {
    this.sandbox = sandbox;
    this.pool = pool;
  }

  /** Sets whether the next candidates are warm. The bench must have no candidate at this time. */
  public void useWarm(boolean wanted) {
    warm = wanted;
  }

  @Override
  public Description describe() {
    return sandbox.describe();
  }

  @Override
  public Worker<ToExaminer, FromExaminer> startExaminer() throws MachineFaultException {
    return sandbox.startExaminer();
  }

  @Override
  public Worker<Compilation.Request, Compilation.Result> startCompiler()
      throws MachineFaultException {
    return sandbox.startCompiler();
  }

  @Override
  public Candidate startCandidate(Worker<ToExaminer, FromExaminer> examiner, int port, String token)
      throws MachineFaultException {
    return warm ? pool.serve(port, token) : sandbox.startCandidate(examiner, port, token);
  }

  /** Captures what fresh candidates write. */
  @Override
  public void captureOutput(Supplier<LastLines> output) {
    sandbox.captureOutput(output);
  }

  @Override
  public void close() {}
}
