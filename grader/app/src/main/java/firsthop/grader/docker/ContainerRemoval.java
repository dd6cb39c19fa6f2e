package firsthop.grader.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Removes containers, even if they are just removing themselves. */
final class ContainerRemoval {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private ContainerRemoval() {}

  /** Kills a container and waits a limited time until it is gone. */
  static void of(DockerClient docker, String id) {
    try {
      docker.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException gone) {
      return;
    } catch (ConflictException underWay) {
      awaitGone(docker, id);
    }
  }

  private static void awaitGone(DockerClient docker, String id) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (System.nanoTime() < deadline) {
        docker.inspectContainerCmd(id).exec();
        TimeUnit.MILLISECONDS.sleep(10);
      }
    } catch (NotFoundException gone) {
      return;
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
