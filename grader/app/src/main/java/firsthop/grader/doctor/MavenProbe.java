package firsthop.grader.doctor;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Looks for the Maven that builds the labs and the grader. */
public final class MavenProbe implements Probe {

  private final Supplier<Optional<String>> version;
  private final Machine machine;

  /**
   * Prepares to look.
   *
   * @param version asks Maven for the first line of {@code mvn --version}; empty if there is none
   * @param machine which command installs it
   */
  public MavenProbe(Supplier<Optional<String>> version, Machine machine) {
    this.version = version;
    this.machine = machine;
  }

  @Override
  public String what() {
    return "Maven";
  }

  @Override
  public List<Finding> look() {
    return List.of(
        version
            .get()
            .map(line -> Finding.good(what(), line))
            .orElseGet(
                () -> Finding.bad(what(), "no mvn on the PATH", new Remedies(machine).maven())));
  }
}
