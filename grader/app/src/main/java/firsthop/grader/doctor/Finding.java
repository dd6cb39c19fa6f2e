package firsthop.grader.doctor;

/**
 * What a probe saw.
 *
 * @param what the thing looked for, such as "Docker engine"
 * @param good whether the grader can work with what was found
 * @param found what was found, or what is wrong
 * @param remedy the command that mends it; empty if nothing needs mending
 */
public record Finding(String what, boolean good, String found, String remedy) {

  static Finding good(String what, String found) {
    return new Finding(what, true, found, "");
  }

  static Finding bad(String what, String found, String remedy) {
    return new Finding(what, false, found, remedy);
  }
}
