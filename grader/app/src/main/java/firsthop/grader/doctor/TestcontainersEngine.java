package firsthop.grader.doctor;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.model.Info;
import java.io.File;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/**
 * The engine that Testcontainers finds.
 *
 * <p>The request takes 0.8 s if an engine answers, and 0.4 s if there is none. If an engine accepts
 * the connection but does not answer, Testcontainers waits for minutes, on a daemon thread here.
 * Testcontainers does not try again after a failure, so the first answer is kept.
 */
public final class TestcontainersEngine implements Engine {

  /** The environment variable with which people name an engine. */
  private static final String NAME = "DOCKER_HOST";

  private static final Path SOCKET = Path.of("/var/run/docker.sock");
  private static final Path IN_A_CONTAINER = Path.of("/.dockerenv");
  private static final Path DOCKER_DESKTOP_ON_MAC = Path.of("/Applications/Docker.app");
  private static final List<String> PROGRAMS = List.of("dockerd", "docker", "docker.exe");
  private static final List<String> USUAL_DIRECTORIES =
      List.of("/usr/bin", "/usr/sbin", "/usr/local/bin");

  private final Map<String, String> environment;
  private final Duration limit;
  private Optional<Answer> answer = Optional.empty();

  /**
   * Creates an engine that has not been asked yet.
   *
   * @param environment the environment variables of this program
   * @param limit the time limit for an answer
   */
  public TestcontainersEngine(Map<String, String> environment, Duration limit) {
    this.environment = Map.copyOf(environment);
    this.limit = limit;
  }

  @Override
  public synchronized Answer ask() {
    Answer known = answer.orElseGet(this::askOnce);
    answer = Optional.of(known);
    return known;
  }

  private Answer askOnce() {
    if (!environment.containsKey("TESTCONTAINERS_HOST_OVERRIDE") && Files.exists(IN_A_CONTAINER)) {
      return Answer.of(EngineTrouble.WITHOUT_LAUNCHER);
    }
    CompletableFuture<Answer> asked = new CompletableFuture<>();
    Thread thread = new Thread(() -> askInto(asked), "ask the Docker engine");
    thread.setDaemon(true);
    thread.start();
    try {
      return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Answer.of(EngineTrouble.NO_ANSWER, "within %d s".formatted(limit.toSeconds()));
    } catch (ExecutionException e) {
      return Answer.of(EngineTrouble.NO_ANSWER, String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Answer.of(EngineTrouble.NO_ANSWER);
    }
  }

  private void askInto(CompletableFuture<Answer> asked) {
    try {
      DockerClientFactory factory = DockerClientFactory.instance();
      if (!factory.isDockerAvailable()) {
        asked.complete(Answer.of(trouble()));
      } else if (!isTheNamedOne(factory.getTransportConfig().getDockerHost())) {
        asked.complete(Answer.of(EngineTrouble.NAMED_ONE, environment.get(NAME)));
      } else {
        asked.complete(Answer.of(factsOf(factory.client())));
      }
    } catch (RuntimeException | LinkageError e) {
      asked.completeExceptionally(e);
    }
  }

  /** If the engine that the user names does not answer, Testcontainers takes any other one. */
  private boolean isTheNamedOne(URI found) {
    String named = environment.getOrDefault(NAME, "").strip();
    return named.isEmpty() || named.equals(found.toString());
  }

  private static Facts factsOf(DockerClient docker) {
    Info info = docker.infoCmd().exec();
    return new Facts(
        orUnknown(info.getServerVersion()),
        orUnknown(docker.versionCmd().exec().getApiVersion()),
        orUnknown(info.getOperatingSystem()),
        orUnknown(info.getOsType()),
        Objects.requireNonNullElse(info.getCGroupVersion(), "1"),
        orUnknown(info.getDriver()),
        Boolean.TRUE.equals(info.getMemoryLimit()),
        Boolean.TRUE.equals(info.getSwapLimit()),
        Objects.requireNonNullElse(info.getMemTotal(), 0L),
        Objects.requireNonNullElse(info.getNCPU(), 0));
  }

  private static String orUnknown(String value) {
    return Objects.requireNonNullElse(value, "unknown");
  }

  private EngineTrouble trouble() {
    if (Files.exists(SOCKET) && !Files.isWritable(SOCKET)) {
      return EngineTrouble.NO_PERMISSION;
    }
    return isInstalled() ? EngineTrouble.NOT_RUNNING : EngineTrouble.NOT_INSTALLED;
  }

  private boolean isInstalled() {
    String[] path = environment.getOrDefault("PATH", "").split(File.pathSeparator);
    return Files.exists(DOCKER_DESKTOP_ON_MAC)
        || Stream.concat(Arrays.stream(path), USUAL_DIRECTORIES.stream())
            .filter(directory -> !directory.isEmpty())
            .map(Path::of)
            .anyMatch(
                directory ->
                    PROGRAMS.stream().map(directory::resolve).anyMatch(Files::isExecutable));
  }
}
