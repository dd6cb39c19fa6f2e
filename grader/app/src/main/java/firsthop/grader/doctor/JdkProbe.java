package firsthop.grader.doctor;

import firsthop.grader.image.Jdk;
import java.util.List;

/** Looks at the Java that runs the grader. */
public final class JdkProbe implements Probe {

  private static final int OLDEST = 17;

  private final Jdk jdk;
  private final Machine machine;

  /** Prepares to judge an installation. */
  public JdkProbe(Jdk jdk, Machine machine) {
    this.jdk = jdk;
    this.machine = machine;
  }

  @Override
  public String what() {
    return "JDK";
  }

  @Override
  public List<Finding> look() {
    String found = "%s (%s) at %s".formatted(jdk.version(), jdk.vendor().strip(), jdk.home());
    if (jdk.version().feature() < OLDEST) {
      return List.of(
          Finding.bad(
              what(), found + "; " + OLDEST + " or newer is needed", new Remedies(machine).jdk()));
    }
    if (machine.isLinux() && !jdk.canLink()) {
      return List.of(
          Finding.bad(
              what(),
              found + "; it has no jlink or no jmods to make images with",
              new Remedies(machine).jdk()));
    }
    return List.of(Finding.good(what(), found));
  }
}
