package firsthop.grader.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.concurrent.TimeUnit;

/** Captures the output of a candidate's container. */
final class CandidateOutput extends ResultCallback.Adapter<Frame> {
  private static final int ATTACH_SECONDS = 10;

  private final LastLines lines;

  /**
   * Captures the whole output of a container that is not started yet.
   *
   * @throws MachineFaultException when the engine does not attach the output
   */
  static void attach(DockerClient docker, String container, LastLines lines)
      throws MachineFaultException {
    CandidateOutput listener = new CandidateOutput(lines);
    docker
        .attachContainerCmd(container)
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .exec(listener);
    try {
      if (!listener.awaitStarted(ATTACH_SECONDS, TimeUnit.SECONDS)) {
        throw new MachineFaultException(
            "a candidate's output was not attached within " + ATTACH_SECONDS + " s");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new MachineFaultException("the wait for a candidate's output was interrupted", stopped);
    }
  }

  private CandidateOutput(LastLines lines) {
    this.lines = lines;
  }

  @Override
  public void onNext(Frame frame) {
    lines.add(frame.getPayload());
  }

  @Override
  public void onComplete() {
    lines.end();
    super.onComplete();
  }

  @Override
  public void onError(Throwable broken) {
    lines.end();
    super.onError(broken);
  }
}
