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
 * @param exams the folder of grader-exams.jar and of lib, all that it needs
 */
public record Installation(Path home, Path exams) {
  /** The system property by which the launcher passes the root of the checkout. */
  public static final String HOME_PROPERTY = "firsthop.home";

  /** Makes the installation of a checkout as the build leaves it. */
  public Installation(Path home) {
    this(home, home.resolve("grader/exams/target"));
  }

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
    List<Path> jars = new ArrayList<>();
    jars.add(exams.resolve("grader-exams.jar"));
    try (Stream<Path> lib = Files.list(exams.resolve("lib"))) {
      lib.filter(file -> file.toString().endsWith(".jar")).sorted().forEach(jars::add);
    } catch (IOException notBuilt) {
      throw new NotBuiltException("firsthop");
    }
    return jars;
  }
}
