package firsthop.grader.image;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import com.github.dockerjava.api.exception.DockerClientException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.LogConfig;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Java in an image, as found by running it.
 *
 * @param program the program to run in a container
 * @param feature its feature version, such as 17
 * @param modules its modules
 */
record JavaInImage(String program, int feature, Set<String> modules) {

  private static final int LIMIT_SECONDS = 60;
  private static final long MEMORY_BYTES = 256L << 20;
  private static final String NOBODY = "65534:65534";

  /** A line of {@code java --list-modules}: {@code java.base@17.0.15}. */
  private static final Pattern MODULE = Pattern.compile("(?<name>[\\w.]+)@(?<feature>\\d+).*");

  /**
   * Runs the image's Java, from {@code JAVA_HOME} or its {@code PATH}.
   *
   * @throws ImageException if neither runs
   */
  static JavaInImage lookInto(DockerClient docker, String image) {
    StringBuilder came = new StringBuilder();
    for (String program : programs(docker, image)) {
      String output = listModules(docker, image, program);
      List<Matcher> lines = output.lines().map(MODULE::matcher).filter(Matcher::matches).toList();
      if (!lines.isEmpty()) {
        Set<String> modules = lines.stream().map(m -> m.group("name")).collect(Collectors.toSet());
        return new JavaInImage(program, Integer.parseInt(lines.get(0).group("feature")), modules);
      }
      came.append(System.lineSeparator()).append(program).append(": ").append(output.strip());
    }
    throw new ImageException(
        "Ran Java in a container of image " + image,
        "a list of its modules",
        came.toString(),
        "choose another image with --base-image if this one is for another processor or lacks Java");
  }

  /**
   * Checks that it has everything that a role needs.
   *
   * @throws ImageException if its version is older than 17 or it lacks a module
   */
  void require(Set<String> required, String image) {
    Set<String> missing = new TreeSet<>(required);
    missing.removeAll(modules);
    if (feature < 17 || !missing.isEmpty()) {
      throw new ImageException(
          "Checked the Java in image " + image,
          "Java 17 or newer with modules " + new TreeSet<>(required),
          "Java %d without %s".formatted(feature, missing),
          "use --base-image with an image that has a complete JDK, such as eclipse-temurin:17-jdk");
    }
  }

  private static List<String> programs(DockerClient docker, String image) {
    String[] environment = docker.inspectImageCmd(image).exec().getConfig().getEnv();
    Stream<String> home =
        Stream.of(environment == null ? new String[0] : environment)
            .filter(variable -> variable.startsWith("JAVA_HOME="))
            .map(variable -> variable.substring(variable.indexOf('=') + 1) + "/bin/java");
    return Stream.concat(home, Stream.of("java")).toList();
  }

  /** Returns the output of the program, or the reason why it did not run. */
  private static String listModules(DockerClient docker, String image, String program) {
    String id =
        docker
            .createContainerCmd(image)
            .withEntrypoint(program)
            .withCmd("-Xmx64m", "--list-modules")
            .withUser(NOBODY)
            .withLabels(Map.of(Images.ROLE_LABEL, "look"))
            .withHostConfig(confined())
            .exec()
            .getId();
    try {
      docker.startContainerCmd(id).exec();
      docker
          .waitContainerCmd(id)
          .exec(new WaitContainerResultCallback())
          .awaitStatusCode(LIMIT_SECONDS, TimeUnit.SECONDS);
      return logOf(docker, id);
    } catch (DockerException | DockerClientException e) {
      return String.valueOf(e.getMessage());
    } finally {
      docker.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    }
  }

  private static HostConfig confined() {
    return HostConfig.newHostConfig()
        .withNetworkMode("none")
        .withReadonlyRootfs(true)
        .withCapDrop(Capability.ALL)
        .withSecurityOpts(List.of("no-new-privileges"))
        .withMemory(MEMORY_BYTES)
        .withTmpFs(Map.of("/tmp", "size=16m,noexec,nosuid,nodev"))
        .withLogConfig(new LogConfig(LogConfig.LoggingType.JSON_FILE));
  }

  private static String logOf(DockerClient docker, String id) {
    StringBuffer text = new StringBuffer();
    try {
      docker
          .logContainerCmd(id)
          .withStdOut(true)
          .withStdErr(true)
          .exec(
              new ResultCallback.Adapter<Frame>() {
                @Override
                public void onNext(Frame frame) {
                  text.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                }
              })
          .awaitCompletion(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageException(
          "Waited for the output of Java in a new image",
          "its end",
          "an interrupt",
          "run it again",
          e);
    }
    return text.toString();
  }
}
