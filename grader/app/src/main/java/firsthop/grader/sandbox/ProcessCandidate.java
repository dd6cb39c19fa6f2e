package firsthop.grader.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A candidate in a child process. */
final class ProcessCandidate implements Sandbox.Candidate {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Process process;
  private final String token;
  private final Runnable gone;

  /**
   * Takes over a process.
   *
   * @param token the token in the environment of the process and its descendants
   * @param gone runs when all of them have ended
   */
  ProcessCandidate(Process process, String token, Runnable gone) {
    this.process = process;
    this.token = token;
    this.gone = gone;
  }

  @Override
  public String end(boolean exited) throws MachineFaultException {
    try {
      boolean byItself = exited && process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return byItself ? ExitStatus.describe(process.exitValue()) : ExitStatus.ENDED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new MachineFaultException("the wait for a candidate's end was interrupted", stopped);
    } finally {
      ProcessTree.kill(process);
      ProcessTree.killMarked(token);
      gone.run();
    }
  }
}
