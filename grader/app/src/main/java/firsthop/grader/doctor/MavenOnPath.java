package firsthop.grader.doctor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks the {@code mvn} on the PATH for its version, which takes half a second. */
public final class MavenOnPath implements Supplier<Optional<String>> {

  private final List<String> command;

  /** Creates a supplier for this machine. */
  public MavenOnPath(Machine machine) {
    this(
        machine.kind() == Machine.Kind.WINDOWS
            ? List.of("cmd", "/c", "mvn", "--version")
            : List.of("mvn", "--version"));
  }

  MavenOnPath(List<String> command) {
    this.command = List.copyOf(command);
  }

  @Override
  public Optional<String> get() {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return output
          .lines()
          .map(line -> line.replaceAll("\\e\\[[;\\d]*m", "").strip())
          .filter(line -> line.startsWith("Apache Maven"))
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
