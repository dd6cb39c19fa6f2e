package firsthop.grader.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.StreamType;
import firsthop.grader.image.ContainerUser;
import firsthop.grader.sandbox.LastLines;
import firsthop.grader.sandbox.Worker;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * A trusted worker in a container without a network. The grader exchanges messages with it over its
 * standard streams. It counts as started when its streams are attached; a worker only answers
 * requests, so no output is lost before. When the grader ends for any reason, the worker's standard
 * input ends too, and the container removes itself.
 */
final class WorkerContainer extends GenericContainer<WorkerContainer> {
  private static final int ATTACH_SECONDS = 10;

  private final ByteQueue toWorker = new ByteQueue();
  private final ByteQueue fromWorker = new ByteQueue();
  private final LastLines errors = new LastLines();
  private final Attachment attachment = new Attachment();

  WorkerContainer(
      String image,
      ContainerUser user,
      List<String> command,
      Map<String, String> sysctls,
      String owner) {
    super(DockerImageName.parse(image));
    withImagePullPolicy(name -> false);
    withNetworkMode("none");
    withLabel(DockerSandbox.OWNER_LABEL, owner);
    withCreateContainerCmdModifier(
        create -> {
          HostConfig host =
              Hardening.with(Hardening.WORKER)
                  .withNetworkMode("none")
                  .withAutoRemove(true)
                  .withSysctls(sysctls);
          create
              .withHostConfig(host)
              .withUser(user.spec())
              .withHostName("localhost")
              .withEntrypoint(command)
              .withStdinOpen(true)
              .withStdInOnce(true)
              .withAttachStdin(true)
              .withAttachStdout(true)
              .withAttachStderr(true);
        });
    waitingFor(
        new AbstractWaitStrategy() {
          @Override
          protected void waitUntilReady() {
            attach();
          }
        });
  }

  /** Returns the worker's standard streams. */
  Worker.Streams streams() {
    return new Worker.Streams(fromWorker.out(), toWorker.in(), errors);
  }

  /**
   * Kills the container and waits until it is gone. If the engine is gone, the next run does it.
   */
  void end() {
    try {
      String id = getContainerId();
      if (id != null) {
        ContainerRemoval.of(getDockerClient(), id);
      }
      stop();
    } catch (RuntimeException gone) {
      // The client throws what its transport throws, which is not documented.
    }
  }

  private void attach() {
    DockerClient docker = getDockerClient();
    docker
        .attachContainerCmd(getContainerId())
        .withStdIn(toWorker.out())
        .withStdOut(true)
        .withStdErr(true)
        .withFollowStream(true)
        .exec(attachment);
    try {
      if (!attachment.awaitStarted(ATTACH_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(
            "the container's streams were not attached within " + ATTACH_SECONDS + " s");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("attaching was interrupted", stopped);
    }
  }

  /** Receives the worker's output; its end ends the streams. */
  private final class Attachment extends ResultCallback.Adapter<Frame> {
    private final OutputStream sink = fromWorker.in();

    @Override
    public void onNext(Frame frame) {
      if (frame.getStreamType() == StreamType.STDOUT) {
        try {
          sink.write(frame.getPayload());
        } catch (IOException impossible) {
          throw new AssertionError(impossible);
        }
      } else if (frame.getStreamType() == StreamType.STDERR) {
        errors.add(frame.getPayload());
      }
    }

    @Override
    public void onComplete() {
      end();
      super.onComplete();
    }

    @Override
    public void onError(Throwable broken) {
      end();
      super.onError(broken);
    }

    private void end() {
      errors.end();
      try {
        sink.close();
      } catch (IOException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }
}
