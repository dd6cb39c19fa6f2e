package firsthop.kit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The name of a test as a sentence, and its input if the test runs with several inputs.
 *
 * @param sentence such as {@code refuses leading zeros}
 * @param input such as {@code text = "127.1"}
 */
record TestName(String sentence, Optional<String> input) {

  /** One display name on the path from the test class down to the test. */
  record Step(String displayName, boolean method) {}

  /** Combines the steps: nested classes and the method are the sentence, the rest is the input. */
  static TestName of(List<Step> steps) {
    int methods = 0;
    while (methods < steps.size() && !steps.get(methods).method()) {
      methods++;
    }
    int named = Math.min(methods + 1, steps.size());
    return new TestName(
        steps.isEmpty() ? "setup or cleanup of the tests" : join(steps.subList(0, named), ": "),
        Optional.of(join(steps.subList(named, steps.size()), ", ")).filter(s -> !s.isEmpty()));
  }

  @Override
  public String toString() {
    return '"' + sentence + '"' + input.map(text -> " with " + text).orElse("");
  }

  private static String join(List<Step> steps, String separator) {
    return steps.stream()
        .map(step -> step.displayName().replaceFirst("^\\[\\d+] ", "")) // JUnit's invocation index
        .collect(Collectors.joining(separator));
  }
}
