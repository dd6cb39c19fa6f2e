package firsthop.grader.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Checks for the Maven that builds the labs and the grader. */
public final class MavenProbe implements Probe {

  private final Supplier<Optional<String>> version;
  private final Machine machine;

  /**
   * Creates a probe.
   *
   * @param version supplies the first line of {@code mvn --version}; empty if there is no Maven
   * @param machine the machine, which decides the command that installs Maven
   */
  public MavenProbe(Supplier<Optional<String>> version, Machine machine) {
    this.version = version;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "Maven";
  }

  @Override
  public List<Finding> check() {
    return List.of(
        version
            .get()
            .map(line -> Finding.good(name(), line))
            .orElseGet(
                () -> Finding.bad(name(), "no mvn on the PATH", new Remedies(machine).maven())));
  }
}
