package firsthop.grader.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A candidate that is a child process. */
final class ProcessCandidate implements Sandbox.Candidate {
  private static final Duration GRACE = Duration.ofSeconds(1);

  private final Process process;
  private final String token;
  private final Consumer<Process> gone;

  ProcessCandidate(Process process, String token, Consumer<Process> gone) {
    this.process = process;
    this.token = token;
    this.gone = gone;
  }

  @Override
  public String end(boolean ended) throws MachineFaultException {
    try {
      boolean byItself = ended && process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS);
      ProcessTree.kill(process);
      ProcessTree.killMarked(token);
      gone.accept(process);
      return byItself ? ExitStatus.words(process.exitValue()) : ExitStatus.ENDED;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      ProcessTree.kill(process);
      throw new MachineFaultException("the wait for a candidate's end was ended", stopped);
    }
  }
}
