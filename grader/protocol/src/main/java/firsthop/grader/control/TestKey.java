package firsthop.grader.control;

/**
 * Names one hidden test.
 *
 * @param exercise such as {@code 1.1}
 * @param name the name of the test's method
 */
public record TestKey(String exercise, String name) {

  @Override
  public String toString() {
    return exercise + " " + name;
  }
}
