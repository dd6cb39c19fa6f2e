package firsthop.grader.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.testcontainers.utility.DockerImageName;

/** The images of an engine, by name. */
final class ImageStore {

  private static final int PULL_LIMIT_MINUTES = 20;

  private final DockerClient docker;
  private final Consumer<String> progress;

  ImageStore(DockerClient docker, Consumer<String> progress) {
    this.docker = docker;
    this.progress = progress;
  }

  /**
   * Returns the engine's data about an image; empty if it does not have the image.
   *
   * @throws ImageException if the engine does not answer
   */
  Optional<InspectImageResponse> find(String name) {
    try {
      return Optional.of(docker.inspectImageCmd(canonical(name)).exec());
    } catch (NotFoundException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      // If the connection fails, docker-java throws a plain RuntimeException.
      throw new ImageException(
          "Asked the Docker engine about image " + name,
          "an answer",
          String.valueOf(e.getMessage()),
          "run './firsthop doctor', then try again",
          e);
    }
  }

  /**
   * Returns the full name of an image, and downloads it first if the engine does not have it.
   *
   * @throws ImageException if it cannot be downloaded
   */
  String pullIfAbsent(String given) {
    String name = canonical(given);
    if (find(name).isPresent()) {
      return name;
    }
    progress.accept("Downloading image " + name + " ...");
    try {
      if (docker.pullImageCmd(name).start().awaitCompletion(PULL_LIMIT_MINUTES, TimeUnit.MINUTES)) {
        return name;
      }
      throw notPulled(name, "nothing within " + PULL_LIMIT_MINUTES + " minutes", null);
    } catch (DockerException e) {
      throw notPulled(name, String.valueOf(e.getMessage()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw notPulled(name, "an interrupt", e);
    }
  }

  private static ImageException notPulled(String name, String came, @Nullable Exception cause) {
    return new ImageException(
        "Asked the Docker engine to download " + name,
        "the image",
        came,
        "try 'docker pull " + name + "', or omit --base-image on Linux",
        cause);
  }

  void remove(String name) {
    docker.removeImageCmd(name).withForce(true).exec();
  }

  /** Adds the tag: without one the engine would download all tags. */
  private static String canonical(String name) {
    return DockerImageName.parse(name).asCanonicalNameString();
  }
}
