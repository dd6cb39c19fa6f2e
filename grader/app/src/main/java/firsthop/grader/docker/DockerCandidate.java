package firsthop.grader.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.NotFoundException;
import firsthop.grader.sandbox.ExitStatus;
import firsthop.grader.sandbox.MachineFaultException;
import firsthop.grader.sandbox.Sandbox;
import java.util.concurrent.TimeUnit;

/** A candidate in a container. */
final class DockerCandidate implements Sandbox.Candidate {
  private static final int GRACE_SECONDS = 1;

  private final DockerClient docker;
  private final String id;

  DockerCandidate(DockerClient docker, String id) {
    this.docker = docker;
    this.id = id;
  }

  @Override
  public String end(boolean exited) throws MachineFaultException {
    try {
      String exit = exited ? describeExit() : ExitStatus.ENDED;
      ContainerRemoval.of(docker, id);
      return exit;
    } catch (NotFoundException gone) {
      return "its container is gone";
    } catch (RuntimeException failed) {
      // The client throws what its transport throws, which is not documented.
      throw new MachineFaultException("cannot end a candidate's container", failed);
    }
  }

  private String describeExit() {
    try {
      docker
          .waitContainerCmd(id)
          .exec(new WaitContainerResultCallback())
          .awaitStatusCode(GRACE_SECONDS, TimeUnit.SECONDS);
    } catch (DockerClientException stillRunning) {
      return ExitStatus.ENDED;
    }
    ContainerState state = docker.inspectContainerCmd(id).exec().getState();
    if (Boolean.TRUE.equals(state.getOOMKilled())) {
      return "killed because it used too much memory";
    }
    Long status = state.getExitCodeLong();
    return status == null ? "unknown exit status" : ExitStatus.describe(status.intValue());
  }
}
