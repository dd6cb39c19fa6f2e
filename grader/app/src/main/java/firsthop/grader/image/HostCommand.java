package firsthop.grader.image;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program that runs on the instructor's machine with a clean environment, so that no {@code
 * JDK_JAVA_OPTIONS} or {@code LD_PRELOAD} of the instructor affects an image.
 */
record HostCommand(List<String> arguments, Duration limit) {

  private static final int EXCERPT_CHARACTERS = 4_000;

  HostCommand {
    arguments = List.copyOf(arguments);
  }

  /** The exit code and the output of a program. */
  record Outcome(int exitCode, String output) {}

  /**
   * Runs the program and returns its exit code, and its standard output and error.
   *
   * @throws ImageException if it cannot be started or does not end in time
   */
  Outcome run() {
    Path output = null;
    try {
      output = Files.createTempFile("firsthop-", ".out");
      ProcessBuilder builder =
          new ProcessBuilder(arguments)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.PIPE)
              .redirectOutput(output.toFile());
      Map<String, String> environment = builder.environment();
      String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
      environment.clear();
      environment.putAll(Map.of("PATH", path, "LC_ALL", "C"));
      return new Outcome(
          exitCode(builder.start()), Files.readString(output, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new ImageException(
          "Ran " + commandLine(),
          "a program that starts",
          String.valueOf(e.getMessage()),
          "check that the program is installed and that the temporary directory has room",
          e);
    } finally {
      Directories.deleteIfThere(output);
    }
  }

  /**
   * Runs the program and returns its output.
   *
   * @throws ImageException if it cannot be started, does not end in time, or its exit code is not 0
   */
  String runOrThrow(String nextStep) {
    Outcome outcome = run();
    if (outcome.exitCode() != 0) {
      throw new ImageException(
          "Ran " + commandLine(),
          "exit code 0",
          "exit code %d and: %s".formatted(outcome.exitCode(), excerpt(outcome.output())),
          nextStep);
    }
    return outcome.output();
  }

  private int exitCode(Process process) throws IOException {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new ImageException(
            "Ran " + commandLine(),
            "its end within " + limit.toSeconds() + " s",
            "no end; it was killed",
            "try again when the machine is less busy");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ImageException(
          "Ran " + commandLine(), "its end", "an interrupt", "run it again", e);
    } finally {
      process.destroyForcibly();
    }
  }

  private String commandLine() {
    return String.join(" ", arguments);
  }

  private static String excerpt(String output) {
    String text = output.strip();
    return text.length() <= EXCERPT_CHARACTERS
        ? text
        : text.substring(0, EXCERPT_CHARACTERS) + " ...";
  }
}
