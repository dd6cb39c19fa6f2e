package firsthop.grader.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.MachineFaultException;
import java.util.concurrent.TimeUnit;

/** Takes in what a candidate's container writes. */
final class CandidateOutput extends ResultCallback.Adapter<Frame> {
  private static final int ATTACH_SECONDS = 10;

  private final LastLines words;

  /**
   * Takes in what a container writes from its start on; it is not started yet.
   *
   * @throws MachineFaultException when the engine does not let it be heard
   */
  static void attach(DockerClient docker, String container, LastLines words)
      throws MachineFaultException {
    CandidateOutput listener = new CandidateOutput(words);
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
      throw new MachineFaultException("the wait for a candidate's output was ended", stopped);
    }
  }

  private CandidateOutput(LastLines words) {
    this.words = words;
  }

  @Override
  public void onNext(Frame frame) {
    words.add(frame.getPayload());
  }

  @Override
  public void onComplete() {
    words.end();
    super.onComplete();
  }

  @Override
  public void onError(Throwable broken) {
    words.end();
    super.onError(broken);
  }
}
