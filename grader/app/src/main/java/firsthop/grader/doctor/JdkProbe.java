package firsthop.grader.doctor;

import firsthop.grader.image.Jdk;
import java.util.List;

/** Checks the Java installation that runs the grader. */
public final class JdkProbe implements Probe {

  private static final int OLDEST = 17;

  private final Jdk jdk;
  private final Machine machine;

  /** Creates a probe of an installation. */
  public JdkProbe(Jdk jdk, Machine machine) {
    this.jdk = jdk;
    this.machine = machine;
  }

  @Override
  public String name() {
    return "JDK";
  }

  @Override
  public List<Finding> check() {
    String found = "%s (%s) at %s".formatted(jdk.version(), jdk.vendor().strip(), jdk.home());
    if (jdk.version().feature() < OLDEST) {
      return List.of(
          Finding.bad(
              name(), found + "; " + OLDEST + " or newer is needed", new Remedies(machine).jdk()));
    }
    if (machine.isLinux() && !jdk.canLink()) {
      return List.of(
          Finding.bad(
              name(),
              found + "; it has no jlink or no jmods, which are needed to build images",
              new Remedies(machine).jdk()));
    }
    return List.of(Finding.good(name(), found));
  }
}
