package firsthop.grader.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A candidate that is a child process. */
final class ProcessCandidate implements Sandbox.Candidate {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Process process;
  private final String token;
  private final Runnable gone;

  /**
   * Takes over a process.
   *
   * @param token what it, and all that it starts, has in its environment
   * @param gone is run when nothing of it runs any more
   */
  ProcessCandidate(Process process, String token, Runnable gone) {
    this.process = process;
    this.token = token;
    this.gone = gone;
  }

  @Override
  public String end(boolean ended) throws MachineFaultException {
    try {
      boolean byItself = ended && process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      return byItself ? ExitStatus.words(process.exitValue()) : ExitStatus.ENDED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new MachineFaultException("the wait for a candidate's end was ended", stopped);
    } finally {
      ProcessTree.kill(process);
      ProcessTree.killMarked(token);
      gone.run();
    }
  }
}
