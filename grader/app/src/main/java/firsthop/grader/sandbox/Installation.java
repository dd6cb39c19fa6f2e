package firsthop.grader.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The location of the jars that workers and candidates run from.
 *
 * @param home the root of the checkout
 */
public record Installation(Path home) {
  /** The system property by which the launcher passes the root of the checkout. */
  public static final String HOME_PROPERTY = "firsthop.home";

  /** Returns the installation that the launcher names; without a launcher, the current folder. */
  public static Installation current() {
    return new Installation(
        Path.of(System.getProperty(HOME_PROPERTY, ".")).toAbsolutePath().normalize());
  }

  /** Returns the jars of the agent and its protocol: all grader code in a candidate. */
  public List<Path> agentJars() {
    return List.of(
        home.resolve("grader/agent/target/grader-agent.jar"),
        home.resolve("grader/protocol/target/grader-protocol.jar"));
  }

  /**
   * Returns the jars of examiner and compiler.
   *
   * @throws NotBuiltException when they do not exist
   */
  public List<Path> workerJars() {
    Path target = home.resolve("grader/exams/target");
    List<Path> jars = new ArrayList<>();
    jars.add(target.resolve("grader-exams.jar"));
    try (Stream<Path> lib = Files.list(target.resolve("lib"))) {
      lib.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
    } catch (IOException notBuilt) {
      throw new NotBuiltException("firsthop");
    }
    return jars;
  }
}
