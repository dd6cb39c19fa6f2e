package firsthop.grader.doctor;

/**
 * One result of a probe.
 *
 * @param name the requirement, such as "Docker engine"
 * @param good whether the grader can work with what was found
 * @param found what was found, or what is wrong
 * @param remedy the command that repairs it; empty if nothing is wrong
 */
public record Finding(String name, boolean good, String found, String remedy) {

  static Finding good(String name, String found) {
    return new Finding(name, true, found, "");
  }

  static Finding bad(String name, String found, String remedy) {
    return new Finding(name, false, found, remedy);
  }
}
